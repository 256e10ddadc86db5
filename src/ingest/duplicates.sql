-- Which Berichten have an Identificatie that another Bericht of the same kind and sender has (TR056), and no finding yet?
-- One row for each such Bericht but the one that counts: the earliest Dagtekening, then the smallest id.
with bericht_once as (
  select distinct gemeente_code, bericht_id, wet, soort, aanbieder, identificatie, dagtekening, sha256
  from bericht
),
ranked as (
  select
    *,
    row_number() over (
      partition by gemeente_code, wet, soort, aanbieder, identificatie
      order by dagtekening, bericht_id
    ) as place
  from bericht_once
)
select
  ranked.gemeente_code,
  ranked.bericht_id,
  ranked.identificatie,
  ranked.sha256,
  min(bestand.naam) as naam,
  min(bestand.toestand) as toestand,
  cast(max(bestand.levering_nummer) as integer) as levering_nummer
from ranked
join bestand on bestand.sha256 = ranked.sha256
where ranked.place > 1
  and not exists (
    select 1 from bevinding
    where bevinding.gemeente_code = ranked.gemeente_code
      and bevinding.bericht_id = ranked.bericht_id
      and bevinding.regel = 'TR056'
  )
group by ranked.gemeente_code, ranked.bericht_id, ranked.identificatie, ranked.sha256
order by ranked.gemeente_code, ranked.bericht_id
