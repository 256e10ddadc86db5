-- Which Toewijzingen have no end, and have not been claimed for a year?
-- One row for each gemeente, Toewijzing and span of days in which that was so. Not of a Toewijzing with a total over
-- its whole length: of that a claim can come once.
with silent as (
  select
    toewijzing.*,
    toewijzing_waarde.cents,
    declaratiestand.laatste_zorgmaand,
    greatest(
      toewijzing.bekend_van,
      declaratiestand.bekend_van,
      cast(declaratiestand.laatste_zorgmaand + interval '13 months' as date)
    ) as since,
    least(toewijzing.bekend_tot, declaratiestand.bekend_tot) as until
  from toewijzing
  join declaratiestand using (gemeente_code, client, wet, toewijzing_nummer)
  left join toewijzing_waarde
    on toewijzing_waarde.gemeente_code = toewijzing.gemeente_code
    and toewijzing_waarde.wet = toewijzing.wet
    and toewijzing_waarde.toewijzing_nummer = toewijzing.toewijzing_nummer
    and toewijzing_waarde.bekend_van = toewijzing.bekend_van
  where toewijzing.einddatum is null
    and coalesce(toewijzing.frequentie, '4') <> '6'
)
insert into gebrek (
  gemeente_code, controle, wet, aanbieder, persoon, product_categorie, product_code, buurt_code, soort, bericht_id, regel,
  toewijzing_nummer, begindatum, maand, sinds, cents, hersteld_cents, hersteld_einddatum, hersteld_persoon,
  hersteld_aanbieder, bekend_van, bekend_tot
)
select
  gemeente_code, 'eindeloos', wet, aanbieder, persoon, product_categorie, product_code, buurt_code, '301', null, null,
  toewijzing_nummer, null, laatste_zorgmaand, min(since) over (partition by gemeente_code, wet, toewijzing_nummer),
  cents, null, cast(laatste_zorgmaand + interval '1 month' as date) - 1, null, null, since, until
from silent
where since < until
