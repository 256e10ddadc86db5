-- Of which gemeenten are there figures, and over which months?
-- One row for each gemeente.
with spans as (
  select gemeente_code, min(zorgmaand) as first_day, max(zorgmaand) as last_day from kostenregel group by gemeente_code
  union all
  select gemeente_code, min(begindatum) as first_day, max(begindatum) as last_day from hulp group by gemeente_code
  union all
  select gemeente_code, min(eerst_toegewezen_op) as first_day, max(eerst_toegewezen_op) as last_day
  from toewijzing
  group by gemeente_code
)
select gemeente_code, min(first_day) as first_day, max(last_day) as last_day
from spans
group by gemeente_code
order by gemeente_code
