-- Which touched clients are derived together, in $delen parts?
-- One row for each. Who shares a ToewijzingNummer with another stands in part 0, so that nobody is parted from a fellow.
with named as (
  select gemeente_code, wet, toewijzing_nummer, client from toewijzing_versie
  union
  select gemeente_code, wet, toewijzing_nummer, client from start where toewijzing_nummer is not null
  union
  select gemeente_code, wet, toewijzing_nummer, client from stop where toewijzing_nummer is not null
  union
  select gemeente_code, wet, toewijzing_nummer, client from prestatie
),
shared as (
  select gemeente_code, wet, toewijzing_nummer
  from named
  group by gemeente_code, wet, toewijzing_nummer
  having count(*) > 1
),
fellow as (
  select distinct named.gemeente_code, named.client
  from named
  join shared using (gemeente_code, wet, toewijzing_nummer)
),
placed as (
  select
    touched.gemeente_code,
    touched.client,
    fellow.client is not null as is_fellow,
    row_number() over (order by touched.gemeente_code, touched.client) as place
  from geraakt_client as touched
  left join fellow
    on fellow.gemeente_code = touched.gemeente_code
    and fellow.client = touched.client
)
insert into geraakt_deel (gemeente_code, client, deel)
select gemeente_code, client, case when is_fellow then 0 else cast(place as integer) % cast($delen as integer) end
from placed
