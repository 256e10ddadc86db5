-- Which begin ended the wait for each Toewijzing, as known on each day?
-- One row for each gemeente, Toewijzing with a begin and span of days on which we knew the same of it.
with begun as (
  select
    hulp.*,
    dense_rank() over (partition by gemeente_code order by wet, aanbieder, toewijzing_nummer) as number
  from hulp
  join geraakt_client using (gemeente_code, client)
  where toewijzing_nummer is not null
),
day_known as (
  select gemeente_code, number, bekend_van as since from begun
  union
  select gemeente_code, number, bekend_tot from begun where bekend_tot < date '9999-12-31'
),
day as (
  select
    day_known.*,
    row_number() over (partition by gemeente_code, number order by since) as place,
    coalesce(
      lead(since) over (partition by gemeente_code, number order by since),
      date '9999-12-31'
    ) as until
  from day_known
),
begun_on as (
  select
    begun.*,
    day.since,
    day.until,
    day.place,
    row_number() over (
      partition by begun.gemeente_code, begun.number, day.since
      order by begun.begindatum, begun.begin_bron desc, coalesce(begun.product_code, ''), begun.client
    ) as start_nummer
  from day
  join begun
    on begun.gemeente_code = day.gemeente_code
    and begun.number = day.number
    and begun.bekend_van <= day.since
    and begun.bekend_tot > day.since
),
compared as (
  select
    begun_on.*,
    dense_rank() over (
      partition by gemeente_code, number
      order by
        persoon, product_categorie, product_code, begindatum, begin_bron, eerst_toegewezen_op, ingangsdatum,
        geboortemaand, geslacht, buurt_code, verwijzer_type, verwijzer_code
    ) as content
  from begun_on
  where start_nummer = 1
),
stretched as (
  select
    compared.*,
    -- Equal for days that follow each other without a change.
    place - row_number() over (partition by gemeente_code, number, content order by place) as stretch
  from compared
)
insert into eerste_start (
  gemeente_code, wet, persoon, aanbieder, toewijzing_nummer, product_categorie, product_code, begindatum, begin_bron,
  eerst_toegewezen_op, ingangsdatum, geboortemaand, geslacht, buurt_code, verwijzer_type, verwijzer_code, bekend_van,
  bekend_tot
)
select
  gemeente_code, wet, persoon, aanbieder, toewijzing_nummer, product_categorie, product_code, begindatum, begin_bron,
  eerst_toegewezen_op, ingangsdatum, geboortemaand, geslacht, buurt_code, verwijzer_type, verwijzer_code,
  min(since), max(until)
from stretched
group by
  gemeente_code, number, content, stretch, wet, persoon, aanbieder, toewijzing_nummer, product_categorie,
  product_code, begindatum, begin_bron, eerst_toegewezen_op, ingangsdatum, geboortemaand, geslacht, buurt_code,
  verwijzer_type, verwijzer_code
order by gemeente_code, begindatum
