-- Who else is named with a Toewijzing of a touched client? A wrong ToewijzingNummer ties two clients together.
-- One row for each client that was not touched yet; none when all that hangs together is.
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
tied as (
  select distinct named.gemeente_code, named.wet, named.toewijzing_nummer
  from shared
  join named using (gemeente_code, wet, toewijzing_nummer)
  join geraakt_client using (gemeente_code, client)
)
insert into geraakt_client (gemeente_code, client)
select distinct named.gemeente_code, named.client
from tied
join named using (gemeente_code, wet, toewijzing_nummer)
where not exists (
  select 1
  from geraakt_client
  where geraakt_client.gemeente_code = named.gemeente_code
    and geraakt_client.client = named.client
)
