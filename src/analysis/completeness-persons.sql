-- About how many people is the granted money of each month of care?
-- One row for each wet and month of care.
select
  wet,
  zorgmaand,
  cast(count(distinct client) as bigint) as persons
from kostenregel
where gemeente_code = $gemeente_code
  and is_toegekend
  and beantwoord_op <= cast($bekend_op as date)
group by wet, zorgmaand
