-- Which starts and stops were known, and between which days?
-- One row for each gemeente, start or stop, and span of days on which it was known.
with event as (
  select
    start.gemeente_code, 'start' as soort, start.wet, start.client, start.aanbieder, start.toewijzing_nummer,
    start.product_categorie, start.product_code, start.begindatum,
    cast(null as date) as einddatum, cast(null as text) as reden_beeindiging,
    start.status_aanlevering, start.dagtekening, geldig_bericht.bekend_van, geldig_bericht.bekend_tot
  from start
  join geraakt_client using (gemeente_code, client)
  join geldig_bericht using (gemeente_code, bericht_id)
  union all
  select
    stop.gemeente_code, 'stop', stop.wet, stop.client, stop.aanbieder, stop.toewijzing_nummer,
    stop.product_categorie, stop.product_code, stop.begindatum,
    stop.einddatum, stop.reden_beeindiging,
    stop.status_aanlevering, stop.dagtekening, geldig_bericht.bekend_van, geldig_bericht.bekend_tot
  from stop
  join geraakt_client using (gemeente_code, client)
  join geldig_bericht using (gemeente_code, bericht_id)
),
numbered as (
  -- Equal keys have an equal number, also where a part of the key is null.
  select
    event.*,
    dense_rank() over (
      partition by gemeente_code
      order by
        soort, wet, client, aanbieder, toewijzing_nummer, product_categorie, product_code, begindatum, einddatum,
        reden_beeindiging
    ) as number
  from event
),
day as (
  select gemeente_code, number, bekend_van as since from numbered
  union
  select gemeente_code, number, bekend_tot from numbered where bekend_tot < date '9999-12-31'
),
known as (
  select
    day.gemeente_code,
    day.number,
    day.since,
    coalesce(numbered.status_aanlevering = '1', false) as is_known,
    row_number() over (
      partition by day.gemeente_code, day.number, day.since
      -- On one day a removal comes after what it removes.
      order by numbered.dagtekening desc, numbered.status_aanlevering desc
    ) as place
  from day
  left join numbered
    on numbered.gemeente_code = day.gemeente_code
    and numbered.number = day.number
    and numbered.bekend_van <= day.since
    and numbered.bekend_tot > day.since
),
compared as (
  select
    known.*,
    lag(is_known) over (partition by gemeente_code, number order by since) as was_known
  from known
  where place = 1
),
change as (
  select
    compared.*,
    lead(since) over (partition by gemeente_code, number order by since) as until
  from compared
  where is_known is distinct from was_known
),
melding_key as (
  select distinct
    gemeente_code, number, soort, wet, client, aanbieder, toewijzing_nummer, product_categorie, product_code,
    begindatum, einddatum, reden_beeindiging
  from numbered
)
insert into melding (
  gemeente_code, soort, wet, client, aanbieder, toewijzing_nummer, product_categorie, product_code, begindatum,
  einddatum, reden_beeindiging, bekend_van, bekend_tot
)
select
  melding_key.gemeente_code,
  melding_key.soort,
  melding_key.wet,
  melding_key.client,
  melding_key.aanbieder,
  melding_key.toewijzing_nummer,
  melding_key.product_categorie,
  melding_key.product_code,
  melding_key.begindatum,
  melding_key.einddatum,
  melding_key.reden_beeindiging,
  change.since,
  coalesce(change.until, date '9999-12-31')
from change
join melding_key using (gemeente_code, number)
where change.is_known
