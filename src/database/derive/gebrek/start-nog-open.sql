-- Of which help ended the Toewijzing 30 days ago, and no stop came?
-- One row for each gemeente, help that began and known state in which that was so.
with claimed_after as (
  select
    hulp.gemeente_code, hulp.wet, hulp.toewijzing_nummer, hulp.persoon, hulp.begindatum, hulp.bekend_van,
    cast(sum(kostenregel.cents) as bigint) as cents
  from hulp
  join staande_kostenregel as kostenregel
    on kostenregel.gemeente_code = hulp.gemeente_code
    and kostenregel.wet = hulp.wet
    and kostenregel.toewijzing_nummer = hulp.toewijzing_nummer
    and kostenregel.begindatum > hulp.einddatum
    and kostenregel.is_toegekend is distinct from false
    and not kostenregel.is_verworpen
  where hulp.eind_bron = 'toewijzing'
  group by
    hulp.gemeente_code, hulp.wet, hulp.toewijzing_nummer, hulp.persoon, hulp.begindatum, hulp.bekend_van
),
unstopped as (
  select
    hulp.*,
    coalesce(claimed_after.cents, 0) as cents,
    greatest(hulp.bekend_van, hulp.einddatum + 30) as since
  from hulp
  left join claimed_after using (gemeente_code, wet, toewijzing_nummer, persoon, begindatum, bekend_van)
  where hulp.eind_bron = 'toewijzing'
)
insert into gebrek (
  gemeente_code, controle, wet, aanbieder, persoon, product_categorie, product_code, buurt_code, soort, bericht_id, regel,
  toewijzing_nummer, begindatum, maand, sinds, cents, hersteld_cents, hersteld_einddatum, hersteld_persoon,
  hersteld_aanbieder, bekend_van, bekend_tot
)
select
  gemeente_code, 'start-nog-open', wet, aanbieder, persoon, product_categorie, product_code, buurt_code, '307', null, null,
  toewijzing_nummer, begindatum, cast(date_trunc('month', einddatum) as date),
  min(since) over (partition by gemeente_code, wet, toewijzing_nummer, persoon, begindatum),
  cents, null, null, null, null, since, bekend_tot
from unstopped
where since < bekend_tot
