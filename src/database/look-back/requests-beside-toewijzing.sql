-- Which requests for a change do not fit the Toewijzingen that ran on their Dagtekening?
-- One row for each product of a 317 and rule it breaks; regel 0 for the 317 itself.
-- What changed on the same day counts where that is in its favour: the order within a day is not known.
with own as (
  select verzoek.*
  from verzoek
  join te_beoordelen using (gemeente_code, bericht_id, regel)
  join geldig_bericht using (gemeente_code, bericht_id)
  where verzoek.soort <> 'toewijzing'
),
request as (
  select distinct gemeente_code, bericht_id, wet, aanbieder, client, dagtekening
  from own
),
running as (
  select
    request.gemeente_code,
    request.bericht_id,
    toewijzing.toewijzing_nummer,
    toewijzing.product_categorie,
    toewijzing.product_code,
    toewijzing.ingangsdatum,
    toewijzing.einddatum,
    toewijzing.volume,
    toewijzing.eenheid,
    toewijzing.frequentie,
    toewijzing.budget,
    toewijzing.bekend_van < request.dagtekening and toewijzing.bekend_tot > request.dagtekening as is_certain,
    row_number() over (
      partition by request.gemeente_code, request.bericht_id, toewijzing.toewijzing_nummer
      order by toewijzing.bekend_van desc
    ) as place
  from request
  join toewijzing
    on toewijzing.gemeente_code = request.gemeente_code
    and toewijzing.wet = request.wet
    and toewijzing.aanbieder = request.aanbieder
    and toewijzing.client = request.client
    and toewijzing.bekend_van <= request.dagtekening
    and toewijzing.bekend_tot >= request.dagtekening
    and coalesce(toewijzing.einddatum, date '9999-12-31') >= request.dagtekening
),
named as (
  select
    own.*,
    running.toewijzing_nummer is not null as is_running,
    running.product_categorie as running_categorie,
    running.product_code as running_code,
    running.ingangsdatum as running_begin,
    running.einddatum as running_end,
    running.volume as running_volume,
    running.frequentie as running_frequentie,
    running.budget as running_budget
  from own
  left join running
    on running.gemeente_code = own.gemeente_code
    and running.bericht_id = own.bericht_id
    and running.toewijzing_nummer = own.toewijzing_nummer
    and running.place = 1
),
changing as (
  select *, coalesce(einddatum, date '9999-12-31') > date '2020-12-31' as is_recent
  from named
  where soort = 'te wijzigen' and is_running
),
-- What there would be if all were granted.
wanted as (
  select
    gemeente_code, bericht_id, regel, wet, soort,
    coalesce(product_categorie, running_categorie) as categorie,
    coalesce(product_code, running_code) as code,
    case when soort = 'ongewijzigd' then running_begin else ingangsdatum end as first_day,
    coalesce(case when soort = 'ongewijzigd' then running_end else einddatum end, date '9999-12-31') as last_day
  from named
  where soort = 'nieuw' or is_running
),
broken as (
  select distinct 'TR349' as rule, running.gemeente_code, running.bericht_id, 0 as regel
  from running
  where running.is_certain
    and not exists (
      select 1
      from own
      where own.gemeente_code = running.gemeente_code
        and own.bericht_id = running.bericht_id
        and own.toewijzing_nummer = running.toewijzing_nummer
    )
  union all
  select case when soort = 'ongewijzigd' then 'TR350' else 'TR351' end, gemeente_code, bericht_id, regel
  from named
  where soort <> 'nieuw' and not is_running
  union all
  select 'TR357', gemeente_code, bericht_id, regel
  from changing
  where ingangsdatum <= dagtekening and ingangsdatum <> running_begin
  union all
  -- A date in the past is TR357 already.
  select 'TR373', gemeente_code, bericht_id, regel
  from changing
  where ingangsdatum > dagtekening
    and ingangsdatum <> running_begin
    and (
      (budget is not null and budget is distinct from running_budget)
      or (running_frequentie = '6' and frequentie = '6' and volume <> running_volume)
    )
  union all
  select 'TR375', gemeente_code, bericht_id, regel
  from changing
  where running_categorie is null and volume is not null and is_recent
  union all
  select 'TR411', gemeente_code, bericht_id, regel
  from changing
  where running_code is not null and volume is null
  union all
  select 'TR412', gemeente_code, bericht_id, regel
  from changing
  where running_categorie is not null and running_code is null and volume is not null and is_recent
  union all
  -- New beside new is TR410. One may need several aids at a time: rolstoelen and the like, in the Wmo.
  select distinct 'TR361', later.gemeente_code, later.bericht_id, later.regel
  from wanted as later
  join wanted as earlier
    on earlier.gemeente_code = later.gemeente_code
    and earlier.bericht_id = later.bericht_id
    and earlier.regel < later.regel
    and earlier.first_day <= later.last_day
    and earlier.last_day >= later.first_day
  where not (later.soort = 'nieuw' and earlier.soort = 'nieuw')
    and not coalesce(
      later.wet = 'Wmo'
        and coalesce(later.categorie, earlier.categorie) in ('11', '12', '13', '14')
        and coalesce(earlier.categorie, later.categorie) in ('11', '12', '13', '14'),
      false
    )
    and coalesce(later.categorie = earlier.categorie, true)
    and coalesce(later.code = earlier.code, true)
)
select gemeente_code, bericht_id, cast(regel as integer) as regel, rule
from broken
