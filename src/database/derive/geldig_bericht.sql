-- Which Berichten count, and between which days were they known?
-- One row for each gemeente, wet, soort, aanbieder and identificatie that was not refused, and one for each that was.
with touched as (
  select gemeente_code, bericht_id from geraakt_bericht where om_sleutel
),
refusal as (
  -- A Bericht is answered by its identificatie and its Dagtekening: a later one with the same identificatie is another.
  select gemeente_code, wet, soort, aanbieder, identificatie, dagtekening, min(dagtekening_retour) as refused_on
  from retour
  where is_afgekeurd
  group by gemeente_code, wet, soort, aanbieder, identificatie, dagtekening
),
ranked as (
  select
    bericht.gemeente_code,
    bericht.bericht_id,
    bericht.wet,
    bericht.soort,
    bericht.aanbieder,
    bericht.identificatie,
    bericht.dagtekening,
    refusal.refused_on,
    row_number() over (
      partition by
        bericht.gemeente_code, bericht.wet, bericht.soort, bericht.aanbieder, bericht.identificatie,
        refusal.refused_on is null
      order by bericht.dagtekening, bericht.bericht_id
    ) as place
  from bericht
  join touched using (gemeente_code, bericht_id)
  left join refusal using (gemeente_code, wet, soort, aanbieder, identificatie, dagtekening)
)
insert into geldig_bericht (
  gemeente_code, bericht_id, wet, soort, aanbieder, identificatie, bekend_van, bekend_tot
)
select
  gemeente_code,
  bericht_id,
  wet,
  soort,
  aanbieder,
  identificatie,
  dagtekening,
  coalesce(refused_on, date '9999-12-31')
from ranked
where place = 1 and dagtekening < coalesce(refused_on, date '9999-12-31')
