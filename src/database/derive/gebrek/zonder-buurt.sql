-- Of which Toewijzingen does nobody know in which buurt the client lives?
-- One row for each gemeente, Toewijzing and known state without a buurt, until a year after its end: so long it is in the
-- figures of the last twelve months.
with unplaced as (
  select
    toewijzing.*,
    toewijzing_waarde.cents,
    least(toewijzing.bekend_tot, toewijzing.einddatum + 365) as until
  from toewijzing
  left join toewijzing_waarde using (gemeente_code, wet, toewijzing_nummer, bekend_van)
  where toewijzing.buurt_code is null
)
insert into gebrek (
  gemeente_code, controle, wet, aanbieder, persoon, product_categorie, product_code, buurt_code, soort, bericht_id, regel,
  toewijzing_nummer, begindatum, maand, sinds, cents, hersteld_cents, hersteld_einddatum, hersteld_persoon,
  hersteld_aanbieder, bekend_van, bekend_tot
)
select
  gemeente_code, 'zonder-buurt', wet, aanbieder, persoon, product_categorie, product_code, buurt_code, '301', null, null,
  toewijzing_nummer, null, cast(date_trunc('month', ingangsdatum) as date),
  min(bekend_van) over (partition by gemeente_code, wet, toewijzing_nummer),
  cents, null, null, null, null, bekend_van, until
from unplaced
where bekend_van < until
