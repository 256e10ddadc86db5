-- Which Prestaties that are claimed do not fit their Toewijzing, as that was known on the Dagtekening of the claim?
-- One row for each Prestatie and rule it breaks; of the Levering $levering, null is of all.
-- A credit line repeats the line it takes back, and is not judged anew.
with claimed as (
  select prestatie.*, bericht.release
  from prestatie
  join bericht using (gemeente_code, bericht_id)
  join geldig_bericht using (gemeente_code, bericht_id)
  where prestatie.vorige_referentie is null
    and (cast($levering as integer) is null or bericht.levering_nummer = cast($levering as integer))
),
ranked as (
  select
    claimed.gemeente_code,
    claimed.bericht_id,
    claimed.regel,
    version.client,
    version.product_categorie,
    version.product_code,
    version.ingangsdatum,
    version.einddatum,
    version.eenheid,
    coalesce(version.einddatum = version.ingangsdatum and version.reden_wijziging in ('13', '01'), false) as is_removed,
    row_number() over (
      partition by claimed.gemeente_code, claimed.bericht_id, claimed.regel
      order by version.toegewezen_op desc, version.dagtekening desc, version.bericht_id desc, version.regel desc
    ) as place
  from claimed
  join toewijzing_versie as version
    on version.gemeente_code = claimed.gemeente_code
    and version.wet = claimed.wet
    and version.aanbieder = claimed.aanbieder
    and version.toewijzing_nummer = claimed.toewijzing_nummer
  join geldig_bericht as known
    on known.gemeente_code = version.gemeente_code
    and known.bericht_id = version.bericht_id
    and known.bekend_van <= claimed.dagtekening
    and known.bekend_tot > claimed.dagtekening
),
judged as (
  select
    claimed.gemeente_code,
    claimed.bericht_id,
    claimed.regel,
    claimed.release,
    claimed.begindatum,
    claimed.einddatum,
    claimed.product_categorie,
    claimed.product_code,
    claimed.eenheid,
    ranked.place is not null as is_known,
    coalesce(ranked.is_removed, false) as is_removed,
    ranked.ingangsdatum as first_day,
    ranked.einddatum as last_day,
    ranked.product_categorie as assigned_categorie,
    ranked.product_code as assigned_code,
    ranked.eenheid as assigned_eenheid
  from claimed
  left join ranked
    on ranked.gemeente_code = claimed.gemeente_code
    and ranked.bericht_id = claimed.bericht_id
    and ranked.regel = claimed.regel
    and ranked.place = 1
),
broken as (
  select 'TR338' as rule, judged.* from judged where not is_known
  union all
  select 'TR384', judged.* from judged where is_removed
  union all
  select 'TR307', judged.* from judged where not is_removed and begindatum < first_day
  union all
  select 'TR308', judged.* from judged where not is_removed and einddatum > last_day
  union all
  select 'TR339', judged.* from judged where product_categorie <> assigned_categorie
  union all
  select 'TR340', judged.* from judged where product_code <> assigned_code
  union all
  -- What is assigned in hours may be claimed in minutes.
  select 'TR341', judged.* from judged
  where eenheid <> assigned_eenheid and not (assigned_eenheid = '04' and eenheid = '01')
)
select gemeente_code, bericht_id, regel, release, rule
from broken
order by gemeente_code, bericht_id, regel, rule
