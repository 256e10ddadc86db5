-- Which Toewijzingen run on under the AGB-code of an aanbieder that merged 30 days ago?
-- One row for each gemeente, Toewijzing and known state in which that was so.
with merger as (
  select gemeente_code, aanbieder, min(opvolger) as opvolger, min(opvolger_vanaf) as merged_on
  from aanbieder
  where opvolger <> aanbieder
    and opvolger_vanaf is not null
  group by gemeente_code, aanbieder
),
left_behind as (
  select
    toewijzing.*,
    merger.opvolger,
    merger.merged_on,
    toewijzing_waarde.cents,
    greatest(toewijzing.bekend_van, merger.merged_on + 30) as since,
    least(toewijzing.bekend_tot, toewijzing.einddatum + 1) as until
  from toewijzing
  join merger using (gemeente_code, aanbieder)
  left join toewijzing_waarde using (gemeente_code, wet, toewijzing_nummer, bekend_van)
)
insert into gebrek (
  gemeente_code, controle, wet, aanbieder, persoon, product_categorie, product_code, buurt_code, soort, bericht_id, regel,
  toewijzing_nummer, begindatum, maand, sinds, cents, hersteld_cents, hersteld_einddatum, hersteld_persoon,
  hersteld_aanbieder, bekend_van, bekend_tot
)
select
  gemeente_code, 'aanbieder-samengegaan', wet, aanbieder, persoon, product_categorie, product_code, buurt_code, '301',
  null, null, toewijzing_nummer, null, cast(date_trunc('month', greatest(merged_on, ingangsdatum)) as date),
  min(since) over (partition by gemeente_code, wet, toewijzing_nummer),
  cents, null, null, null, opvolger, since, until
from left_behind
where since < until
