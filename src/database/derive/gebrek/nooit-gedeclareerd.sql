-- Which help began 120 days ago, and nothing was ever claimed for its Toewijzing?
-- One row for each gemeente, Toewijzing and known state in which that was so.
with claimed as (
  select gemeente_code, wet, toewijzing_nummer, min(bekend_van) as claimed_on
  from declaratiestand
  group by gemeente_code, wet, toewijzing_nummer
),
unclaimed as (
  select
    hulp.*,
    toewijzing_waarde.cents,
    greatest(hulp.bekend_van, hulp.begindatum + 120) as since,
    -- A year after the end nobody claims any more.
    least(hulp.bekend_tot, claimed.claimed_on, hulp.einddatum + 365) as until
  from hulp
  left join claimed using (gemeente_code, wet, toewijzing_nummer)
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
  where hulp.begin_bron = 'start'
    and hulp.toewijzing_nummer is not null
),
-- Help that stopped and began again under one Toewijzing is one thing to claim: the last begin stands for it.
ranked as (
  select
    unclaimed.*,
    min(since) over (partition by gemeente_code, wet, toewijzing_nummer) as seen_from,
    lead(since) over (partition by gemeente_code, wet, toewijzing_nummer order by since, begindatum) as next_since
  from unclaimed
  where since < until
)
insert into gebrek (
  gemeente_code, controle, wet, aanbieder, persoon, product_categorie, product_code, buurt_code, soort, bericht_id, regel,
  toewijzing_nummer, begindatum, maand, sinds, cents, hersteld_cents, hersteld_einddatum, hersteld_persoon,
  hersteld_aanbieder, bekend_van, bekend_tot
)
select
  gemeente_code, 'nooit-gedeclareerd', wet, aanbieder, persoon, product_categorie, product_code, buurt_code, '323', null,
  null, toewijzing_nummer, null, cast(date_trunc('month', begindatum) as date), seen_from,
  cents, null, null, null, null, since, least(until, next_since)
from ranked
where since < least(until, coalesce(next_since, until))
