-- Who is any figure about?
-- One row for each gemeente and client, with a number of its own.
with known_client as (
  select gemeente_code, client from toewijzing_versie
  union
  select gemeente_code, client from start
  union
  select gemeente_code, client from prestatie
)
insert into persoon (gemeente_code, client, persoon)
select
  gemeente_code,
  client,
  cast(row_number() over (partition by gemeente_code order by client) as integer)
from known_client
