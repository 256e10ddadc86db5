-- Which Toewijzingen should have begun 90 days ago, and still no start or claim came?
-- One row for each gemeente, Toewijzing and known state in which that was so.
with begun as (
  select gemeente_code, wet, toewijzing_nummer, min(bekend_van) as begun_on
  from hulp
  where toewijzing_nummer is not null
  group by gemeente_code, wet, toewijzing_nummer
),
waiting as (
  select
    toewijzing.*,
    toewijzing_waarde.cents,
    greatest(toewijzing.bekend_van, toewijzing.ingangsdatum + 90) as since,
    -- What ended, can no longer begin: there is nothing left to mend.
    least(toewijzing.bekend_tot, begun.begun_on, toewijzing.einddatum + 1) as until
  from toewijzing
  left join begun using (gemeente_code, wet, toewijzing_nummer)
  left join toewijzing_waarde using (gemeente_code, wet, toewijzing_nummer, bekend_van)
)
insert into gebrek (
  gemeente_code, controle, wet, aanbieder, persoon, product_categorie, product_code, buurt_code, soort, bericht_id, regel,
  toewijzing_nummer, begindatum, maand, sinds, cents, hersteld_cents, hersteld_einddatum, hersteld_persoon,
  hersteld_aanbieder, bekend_van, bekend_tot
)
select
  gemeente_code, 'nooit-gestart', wet, aanbieder, persoon, product_categorie, product_code, buurt_code, '301', null, null,
  toewijzing_nummer, null, cast(date_trunc('month', ingangsdatum) as date),
  min(since) over (partition by gemeente_code, wet, toewijzing_nummer),
  cents, null, null, null, null, since, until
from waiting
where since < until
