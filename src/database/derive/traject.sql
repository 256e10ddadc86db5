-- Which trajecten were there, as known on each day: the help of one client in one productcategorie, from the first begin
-- to the last end, with less than 30 days between?
-- One row for each gemeente, traject and span of days on which we knew the same of it.
with part as (
  -- Help of one kind has one number, also where its product_categorie is null.
  select
    hulp.*,
    coalesce(einddatum, date '9999-12-31') as helped_until,
    coalesce(toewijzing_nummer, 0) as toewijzing_key,
    coalesce(product_code, '') as product_key,
    dense_rank() over (partition by gemeente_code order by wet, persoon, product_categorie) as number
  from hulp
  join geraakt_client using (gemeente_code, client)
),
day_known as (
  select gemeente_code, number, bekend_van as since from part
  union
  select gemeente_code, number, bekend_tot from part where bekend_tot < date '9999-12-31'
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
part_on as (
  select
    part.*,
    day.since,
    max(part.helped_until) over (
      partition by part.gemeente_code, part.number, day.since
      order by part.begindatum, part.aanbieder, part.toewijzing_key, part.product_key
      rows between unbounded preceding and 1 preceding
    ) as helped_before
  from day
  join part
    on part.gemeente_code = day.gemeente_code
    and part.number = day.number
    and part.bekend_van <= day.since
    and part.bekend_tot > day.since
),
marked as (
  select
    part_on.*,
    case when begindatum - helped_before <= 30 then 0 else 1 end as is_first
  from part_on
),
numbered as (
  select
    marked.*,
    sum(is_first) over (
      partition by gemeente_code, number, since
      order by begindatum, aanbieder, toewijzing_key, product_key
      rows between unbounded preceding and current row
    ) as traject_nummer
  from marked
),
ranked as (
  select
    numbered.*,
    row_number() over (
      partition by gemeente_code, number, since, traject_nummer
      order by helped_until desc, begindatum desc, aanbieder, toewijzing_key, product_key
    ) as from_end
  from numbered
),
state as (
  select
    gemeente_code,
    number,
    since,
    min(wet) as wet,
    min(persoon) as persoon,
    min(product_categorie) as product_categorie,
    min(begindatum) as begindatum,
    nullif(max(helped_until), date '9999-12-31') as einddatum,
    min(case when is_first = 1 then aanbieder end) as aanbieder,
    min(case when is_first = 1 then product_code end) as product_code,
    min(case when is_first = 1 then buurt_code end) as buurt_code,
    min(case when is_first = 1 then geboortemaand end) as geboortemaand,
    min(case when is_first = 1 then geslacht end) as geslacht,
    min(case when is_first = 1 then verwijzer_type end) as verwijzer_type,
    min(case when is_first = 1 then verwijzer_code end) as verwijzer_code,
    min(case when from_end = 1 then reden_beeindiging end) as reden_beeindiging,
    min(case when from_end = 1 then aanbieder end) as laatste_aanbieder,
    min(case when from_end = 1 then product_code end) as laatste_product_code,
    min(case when from_end = 1 then buurt_code end) as laatste_buurt_code
  from ranked
  group by gemeente_code, number, since, traject_nummer
),
compared as (
  select
    state.*,
    day.place,
    day.until,
    -- Of one kind of help, no two trajecten begin on one day.
    dense_rank() over (
      partition by gemeente_code, number, begindatum
      order by
        einddatum, aanbieder, product_code, buurt_code, geboortemaand, geslacht, verwijzer_type, verwijzer_code,
        reden_beeindiging, laatste_aanbieder, laatste_product_code, laatste_buurt_code
    ) as content
  from state
  join day using (gemeente_code, number, since)
),
stretched as (
  select
    compared.*,
    -- Equal for days that follow each other without a change.
    place - row_number() over (partition by gemeente_code, number, begindatum, content order by place) as stretch
  from compared
)
insert into traject (
  gemeente_code, wet, persoon, product_categorie, begindatum, einddatum, aanbieder, product_code, buurt_code,
  geboortemaand, geslacht, verwijzer_type, verwijzer_code, reden_beeindiging, laatste_aanbieder, laatste_product_code,
  laatste_buurt_code, bekend_van, bekend_tot
)
select
  gemeente_code, wet, persoon, product_categorie, begindatum, einddatum, aanbieder, product_code, buurt_code,
  geboortemaand, geslacht, verwijzer_type, verwijzer_code, reden_beeindiging, laatste_aanbieder, laatste_product_code,
  laatste_buurt_code, min(since), max(until)
from stretched
group by
  gemeente_code, number, content, stretch, wet, persoon, product_categorie, begindatum, einddatum, aanbieder,
  product_code, buurt_code, geboortemaand, geslacht, verwijzer_type, verwijzer_code, reden_beeindiging,
  laatste_aanbieder, laatste_product_code, laatste_buurt_code
order by gemeente_code, begindatum
