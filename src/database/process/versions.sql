-- How were Toewijzingen changed, and requests granted?
-- One row for each gemeente, rule, wet, aanbieder, month and outcome.
with first_delivered as (
  select gemeente_code, wet, min(dagtekening) as first_day
  from toewijzing_versie
  group by gemeente_code, wet
),
version as (
  select
    toewijzing_versie.*,
    bericht.release,
    coalesce(einddatum = ingangsdatum and reden_wijziging in ('13', '01'), false) as is_removed,
    row_number() over (
      partition by toewijzing_versie.gemeente_code, toewijzing_versie.wet, toewijzing_nummer
      order by toegewezen_op, toewijzing_versie.dagtekening, toewijzing_versie.bericht_id, regel
    ) as place
  from toewijzing_versie
  join geldig_bericht using (gemeente_code, bericht_id)
  join (select distinct gemeente_code, bericht_id, release from bericht) as bericht using (gemeente_code, bericht_id)
),
compared as (
  select
    version.*,
    former.einddatum as former_einddatum,
    former.volume as former_volume,
    former.budget as former_budget,
    version.client is distinct from former.client
      or version.product_categorie is distinct from former.product_categorie
      or version.product_code is distinct from former.product_code
      or version.ingangsdatum is distinct from former.ingangsdatum
      or version.einddatum is distinct from former.einddatum
      or version.volume is distinct from former.volume
      or version.eenheid is distinct from former.eenheid
      or version.frequentie is distinct from former.frequentie
      or version.budget is distinct from former.budget as is_changed,
    -- Sent again as it was: the same moment of assignment.
    version.toegewezen_op = former.toegewezen_op as is_repeated
  from version
  join version as former
    on former.gemeente_code = version.gemeente_code
    and former.wet = version.wet
    and former.toewijzing_nummer = version.toewijzing_nummer
    and former.place = version.place - 1
),
request as (
  select
    verzoek.gemeente_code, verzoek.wet, verzoek.aanbieder, verzoek.referentie_aanbieder,
    min(verzoek.dagtekening) as dagtekening,
    bool_or(verzoek.soort = 'toewijzing') as is_new,
    count(*) as products
  from verzoek
  join geldig_bericht using (gemeente_code, bericht_id)
  group by verzoek.gemeente_code, verzoek.wet, verzoek.aanbieder, verzoek.referentie_aanbieder
),
-- The first 301 that grants a request.
granting as (
  select
    version.gemeente_code, version.wet, version.aanbieder, version.referentie_aanbieder, version.bericht_id,
    count(distinct version.toewijzing_nummer) as toewijzingen,
    row_number() over (
      partition by version.gemeente_code, version.wet, version.aanbieder, version.referentie_aanbieder
      order by min(version.dagtekening), version.bericht_id
    ) as place
  from version
  where version.referentie_aanbieder is not null
  group by version.gemeente_code, version.wet, version.aanbieder, version.referentie_aanbieder, version.bericht_id
),
in_message as (
  select gemeente_code, bericht_id, count(*) as toewijzingen
  from version
  group by gemeente_code, bericht_id
),
granted as (
  select request.*, granting.toewijzingen, in_message.toewijzingen as toewijzingen_in_message
  from request
  join granting using (gemeente_code, wet, aanbieder, referentie_aanbieder)
  join in_message
    on in_message.gemeente_code = granting.gemeente_code
    and in_message.bericht_id = granting.bericht_id
  where granting.place = 1
),
-- Equal help that goes on at once under another number, while the former had not ended yet.
renewed as (
  select distinct later.gemeente_code, later.wet, later.aanbieder, later.toewijzing_nummer, later.toegewezen_op
  from version as later
  join version as former
    on former.gemeente_code = later.gemeente_code
    and former.wet = later.wet
    and former.aanbieder = later.aanbieder
    and former.client = later.client
    and former.toewijzing_nummer <> later.toewijzing_nummer
    and former.product_categorie = later.product_categorie
    and former.product_code is not distinct from later.product_code
    and former.volume is not distinct from later.volume
    and former.eenheid is not distinct from later.eenheid
    and former.frequentie is not distinct from later.frequentie
    and former.budget is not distinct from later.budget
    and former.einddatum + 1 = later.ingangsdatum
    and former.einddatum >= cast(later.toegewezen_op as date)
    and former.toegewezen_op < later.toegewezen_op
  where later.place = 1 and coalesce(later.frequentie, '') <> '6' and later.release >= '3.2'
    and not former.is_removed
),
event as (
  -- What the first number of our data is, may have begun before them.
  select version.gemeente_code, 'IV066' as regel, version.wet, version.aanbieder, version.dagtekening as day,
    case when version.reden_wijziging is null then 'goed' else 'anders' end as uitkomst
  from version
  join first_delivered using (gemeente_code, wet)
  where version.place = 1 and cast(version.toegewezen_op as date) > first_delivered.first_day
  union all
  select gemeente_code, 'IV099', wet, aanbieder, dagtekening,
    case when is_changed = (reden_wijziging is not null) then 'goed' else 'anders' end
  from compared
  where not is_repeated
  union all
  select gemeente_code, 'OP033x1', wet, aanbieder, dagtekening, case when is_changed then 'anders' else 'goed' end
  from compared
  where not is_repeated
  union all
  select gemeente_code, 'OP186', wet, aanbieder, dagtekening,
    case when einddatum < cast(toegewezen_op as date) then 'anders' else 'goed' end
  from compared
  where not is_removed and einddatum is distinct from former_einddatum and einddatum is not null
  union all
  select gemeente_code, 'OP298', wet, aanbieder, dagtekening,
    case when volume < former_volume then 'anders' else 'goed' end
  from compared
  where frequentie = '6' and not is_removed and not is_repeated
  union all
  select gemeente_code, 'OP299', wet, aanbieder, dagtekening,
    case when budget < former_budget then 'anders' else 'goed' end
  from compared
  where former_budget is not null and not is_removed and not is_repeated
  union all
  select gemeente_code, 'OP380', wet, aanbieder, dagtekening, 'goed'
  from compared
  where einddatum > former_einddatum and not is_removed
  union all
  select gemeente_code, 'OP380', wet, aanbieder, cast(toegewezen_op as date), 'anders' from renewed
  union all
  select gemeente_code, 'IV093', wet, aanbieder, dagtekening,
    case when toewijzingen = toewijzingen_in_message then 'goed' else 'anders' end
  from granted
  where not is_new
  union all
  select gemeente_code, 'IV094', wet, aanbieder, dagtekening, case when toewijzingen = 1 then 'goed' else 'anders' end
  from granted
  where is_new
  union all
  select gemeente_code, 'OP348', wet, aanbieder, dagtekening,
    case when toewijzingen >= products then 'goed' else 'anders' end
  from granted
  where not is_new
)
insert into proces_telling (gemeente_code, regel, wet, aanbieder, maand, uitkomst, dagen, aantal)
select
  gemeente_code, regel, wet, aanbieder, cast(date_trunc('month', day) as date), uitkomst, cast(null as integer),
  cast(count(*) as bigint)
from event
group by gemeente_code, regel, wet, aanbieder, cast(date_trunc('month', day) as date), uitkomst
