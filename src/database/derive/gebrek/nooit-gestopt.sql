-- Which help was claimed, has not been claimed for six months, and never stopped?
-- One row for each gemeente, help that runs and span of days in which that was so. Not of a Toewijzing with a total
-- over its whole length: of that a claim can come once, and says nothing of the end.
with in_total as (
  select distinct gemeente_code, wet, toewijzing_nummer
  from toewijzing
  where frequentie = '6'
),
silent as (
  select
    hulp.*,
    toewijzing_waarde.cents,
    declaratiestand.laatste_zorgmaand,
    greatest(
      hulp.bekend_van, declaratiestand.bekend_van, cast(declaratiestand.laatste_zorgmaand + interval '7 months' as date)
    ) as since,
    least(
      hulp.bekend_tot,
      declaratiestand.bekend_tot,
      -- From a year on, a Toewijzing without an end is itself what has to be mended.
      coalesce(hulp.einddatum, cast(declaratiestand.laatste_zorgmaand + interval '13 months' as date))
    ) as until
  from hulp
  join declaratiestand using (gemeente_code, client, wet, toewijzing_nummer)
  left join in_total
    on in_total.gemeente_code = hulp.gemeente_code
    and in_total.wet = hulp.wet
    and in_total.toewijzing_nummer = hulp.toewijzing_nummer
  left join toewijzing
    on toewijzing.gemeente_code = hulp.gemeente_code
    and toewijzing.wet = hulp.wet
    and toewijzing.toewijzing_nummer = hulp.toewijzing_nummer
    and toewijzing.bekend_van <= hulp.bekend_van
    and toewijzing.bekend_tot > hulp.bekend_van
  left join toewijzing_waarde
    on toewijzing_waarde.gemeente_code = toewijzing.gemeente_code
    and toewijzing_waarde.wet = toewijzing.wet
    and toewijzing_waarde.toewijzing_nummer = toewijzing.toewijzing_nummer
    and toewijzing_waarde.bekend_van = toewijzing.bekend_van
  where coalesce(hulp.eind_bron, 'toewijzing') = 'toewijzing'
    and in_total.toewijzing_nummer is null
    and hulp.begindatum <= declaratiestand.laatste_zorgmaand + 31
)
insert into gebrek (
  gemeente_code, controle, wet, aanbieder, persoon, product_categorie, product_code, buurt_code, soort, bericht_id, regel,
  toewijzing_nummer, begindatum, maand, sinds, cents, hersteld_cents, hersteld_einddatum, hersteld_persoon,
  hersteld_aanbieder, bekend_van, bekend_tot
)
select
  gemeente_code, 'nooit-gestopt', wet, aanbieder, persoon, product_categorie, product_code, buurt_code, '307', null, null,
  toewijzing_nummer, begindatum, laatste_zorgmaand,
  min(since) over (partition by gemeente_code, wet, toewijzing_nummer, persoon, begindatum),
  cents, null, greatest(cast(laatste_zorgmaand + interval '1 month' as date) - 1, begindatum), null, null, since, until
from silent
where since < until
