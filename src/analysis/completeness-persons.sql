-- About how many people is the granted money of one month of care? One row for each wet.
select
  wet,
  cast(count(distinct persoon) as bigint) as persons
from kostenregel
where gemeente_code = $gemeente_code
  and zorgmaand = cast($zorgmaand as date)
  and is_toegekend
  and beantwoord_op <= cast($bekend_op as date)
  and (bekend_tot is null or bekend_tot > cast($bekend_op as date))
group by wet
