-- How did each Toewijzing stand, as known on each day?
-- One row for each gemeente, wet, toewijzing_nummer and span of days on which we knew the same of it.
with delivered as (
  select
    toewijzing_versie.*,
    geldig_bericht.bekend_van,
    geldig_bericht.bekend_tot,
    -- Removed: it counts as never sent. Reden 13, and 01 before release 3.1.
    coalesce(einddatum = ingangsdatum and reden_wijziging in ('13', '01'), false) as is_removed
  from toewijzing_versie
  join geraakt_client using (gemeente_code, client)
  join geldig_bericht using (gemeente_code, bericht_id)
),
version as (
  select
    delivered.*,
    -- Every 301 repeats all Toewijzingen of the client with that aanbieder: equal content has an equal number.
    dense_rank() over (
      partition by gemeente_code, wet, toewijzing_nummer
      order by
        client, aanbieder, product_categorie, product_code, ingangsdatum, einddatum, volume, eenheid, frequentie,
        budget, geboortemaand, geslacht, buurt_code, huishouden
    ) as content
  from delivered
),
day as (
  select gemeente_code, wet, toewijzing_nummer, bekend_van as since from version
  union
  select gemeente_code, wet, toewijzing_nummer, bekend_tot from version where bekend_tot < date '9999-12-31'
),
known as (
  select
    day.gemeente_code,
    day.wet,
    day.toewijzing_nummer,
    day.since,
    version.bericht_id,
    version.regel,
    -- 0: nothing is known, or it is removed.
    case when version.is_removed then 0 else coalesce(version.content, 0) end as content,
    cast(min(version.toegewezen_op) over every_version as date) as eerst_toegewezen_op,
    -- Later versions can lack the reference; it is the first one that tells which request was granted.
    first_value(version.referentie_aanbieder) over (
      partition by day.gemeente_code, day.wet, day.toewijzing_nummer, day.since
      order by
        version.referentie_aanbieder is null, version.toegewezen_op, version.dagtekening, version.bericht_id,
        version.regel
    ) as referentie_aanbieder,
    row_number() over (
      partition by day.gemeente_code, day.wet, day.toewijzing_nummer, day.since
      order by version.toegewezen_op desc, version.dagtekening desc, version.bericht_id desc, version.regel desc
    ) as place
  from day
  left join version
    on version.gemeente_code = day.gemeente_code
    and version.wet = day.wet
    and version.toewijzing_nummer = day.toewijzing_nummer
    and version.bekend_van <= day.since
    and version.bekend_tot > day.since
  window every_version as (partition by day.gemeente_code, day.wet, day.toewijzing_nummer, day.since)
),
compared as (
  select
    known.*,
    lag(content) over in_time as former_content,
    lag(eerst_toegewezen_op) over in_time as former_eerst,
    lag(referentie_aanbieder) over in_time as former_referentie
  from known
  where place = 1
  window in_time as (partition by gemeente_code, wet, toewijzing_nummer order by since)
),
change as (
  select
    compared.*,
    lead(since) over (partition by gemeente_code, wet, toewijzing_nummer order by since) as until
  from compared
  where former_content is distinct from content
    or former_eerst is distinct from eerst_toegewezen_op
    or former_referentie is distinct from referentie_aanbieder
),
request as (
  select
    verzoek.*,
    row_number() over (
      partition by verzoek.gemeente_code, verzoek.wet, verzoek.aanbieder, verzoek.referentie_aanbieder
      order by verzoek.dagtekening, verzoek.bericht_id, verzoek.regel
    ) as place
  from verzoek
  join geldig_bericht using (gemeente_code, bericht_id)
  where verzoek.soort = 'toewijzing' and geldig_bericht.bekend_tot = date '9999-12-31'
)
insert into toewijzing (
  gemeente_code, wet, toewijzing_nummer, client, persoon, aanbieder, product_categorie, product_code, verzocht_op,
  eerst_toegewezen_op, ingangsdatum, einddatum, volume, eenheid, frequentie, budget, geboortemaand, geslacht,
  buurt_code, huishouden, verwijzer_type, verwijzer_code, bekend_van, bekend_tot
)
select
  change.gemeente_code,
  change.wet,
  change.toewijzing_nummer,
  version.client,
  persoon.persoon,
  version.aanbieder,
  version.product_categorie,
  version.product_code,
  request.dagtekening,
  change.eerst_toegewezen_op,
  version.ingangsdatum,
  version.einddatum,
  version.volume,
  version.eenheid,
  version.frequentie,
  version.budget,
  version.geboortemaand,
  version.geslacht,
  version.buurt_code,
  version.huishouden,
  coalesce(request.verwijzer_type, '01'),
  request.verwijzer_code,
  change.since,
  coalesce(change.until, date '9999-12-31')
from change
join version
  on version.gemeente_code = change.gemeente_code
  and version.bericht_id = change.bericht_id
  and version.regel = change.regel
join persoon
  on persoon.gemeente_code = version.gemeente_code
  and persoon.client = version.client
left join request
  on request.gemeente_code = change.gemeente_code
  and request.wet = change.wet
  and request.aanbieder = version.aanbieder
  and request.referentie_aanbieder = change.referentie_aanbieder
  and request.place = 1
where change.content > 0
