-- Who else is named with a Toewijzing of a client that the delivery in `apart` has to do with?
-- One row for each that is not there yet; none when all that hangs together is.
with named as (
  select gemeente_code, wet, toewijzing_nummer, client from toewijzing_versie
  union
  select gemeente_code, wet, toewijzing_nummer, client from start
  union
  select gemeente_code, wet, toewijzing_nummer, client from stop
  union
  select gemeente_code, wet, toewijzing_nummer, client from prestatie
),
tied as (
  select distinct named.gemeente_code, named.wet, named.toewijzing_nummer
  from named
  join apart.geraakt_client using (gemeente_code, client)
)
insert into apart.geraakt_client (gemeente_code, client)
select distinct named.gemeente_code, named.client
from tied
join named using (gemeente_code, wet, toewijzing_nummer)
where not exists (
  select 1
  from apart.geraakt_client as touched
  where touched.gemeente_code = named.gemeente_code
    and touched.client = named.client
)
