-- Who is any figure about?
-- One row for each gemeente and client that has none yet, with a number of its own.
with last_number as (
  select gemeente_code, max(persoon) as persoon
  from persoon
  group by gemeente_code
),
new_client as (
  select geraakt_client.gemeente_code, geraakt_client.client
  from geraakt_client
  where not exists (
    select 1
    from persoon
    where persoon.gemeente_code = geraakt_client.gemeente_code
      and persoon.client = geraakt_client.client
  )
)
insert into persoon (gemeente_code, client, persoon)
select
  gemeente_code,
  client,
  cast(
    coalesce(last_number.persoon, 0) + row_number() over (partition by gemeente_code order by client) as integer
  )
from new_client
left join last_number using (gemeente_code)
