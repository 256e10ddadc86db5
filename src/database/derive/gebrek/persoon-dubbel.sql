-- Which two persons live at one address, were born in one month and have one sex?
-- One row for each gemeente and second person, as long as both are known like that. Twins look like it too.
with seen as (
  select
    gemeente_code, persoon, huishouden, geboortemaand, geslacht,
    min(bekend_van) as since,
    max(bekend_tot) as until
  from toewijzing
  where huishouden is not null
    and geboortemaand is not null
    and geslacht is not null
  group by gemeente_code, persoon, huishouden, geboortemaand, geslacht
),
placed as (
  select
    seen.*,
    first_value(persoon) over first_seen as first_persoon,
    first_value(until) over first_seen as first_until
  from seen
  window first_seen as (
    partition by gemeente_code, huishouden, geboortemaand, geslacht
    order by since, persoon
    rows between unbounded preceding and unbounded following
  )
),
twice as (
  select
    placed.*,
    least(until, first_until) as both_until,
    row_number() over (partition by gemeente_code, persoon order by since, first_persoon) as place
  from placed
  where persoon <> first_persoon
    and since < first_until
),
last_toewijzing as (
  select
    toewijzing.*,
    toewijzing_waarde.cents,
    row_number() over (
      partition by toewijzing.gemeente_code, toewijzing.persoon
      order by toewijzing.bekend_tot desc, toewijzing.bekend_van desc, toewijzing.wet, toewijzing.toewijzing_nummer
    ) as place
  from toewijzing
  join twice
    on twice.gemeente_code = toewijzing.gemeente_code
    and twice.persoon = toewijzing.persoon
    and twice.place = 1
  left join toewijzing_waarde
    on toewijzing_waarde.gemeente_code = toewijzing.gemeente_code
    and toewijzing_waarde.wet = toewijzing.wet
    and toewijzing_waarde.toewijzing_nummer = toewijzing.toewijzing_nummer
    and toewijzing_waarde.bekend_van = toewijzing.bekend_van
)
insert into gebrek (
  gemeente_code, controle, wet, aanbieder, persoon, product_categorie, product_code, buurt_code, soort, bericht_id, regel,
  toewijzing_nummer, begindatum, maand, sinds, cents, hersteld_cents, hersteld_einddatum, hersteld_persoon,
  hersteld_aanbieder, bekend_van, bekend_tot
)
select
  last_toewijzing.gemeente_code, 'persoon-dubbel', last_toewijzing.wet, last_toewijzing.aanbieder, twice.persoon,
  last_toewijzing.product_categorie, last_toewijzing.product_code, last_toewijzing.buurt_code, '301', null, null,
  last_toewijzing.toewijzing_nummer, null, cast(date_trunc('month', twice.since) as date), twice.since,
  last_toewijzing.cents, null, null, twice.first_persoon, null, twice.since, twice.both_until
from twice
join last_toewijzing
  on last_toewijzing.gemeente_code = twice.gemeente_code
  and last_toewijzing.persoon = twice.persoon
  and last_toewijzing.place = 1
where twice.place = 1
