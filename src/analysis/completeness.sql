-- How much of the granted money of each month of care was known at each age, in cents?
-- One row for each wet, month of care and age at which money became known; age in months, by the day of the month of
-- $bekend_op, so that each age is a whole month and the newest is no shorter than the others.
select
  wet,
  zorgmaand,
  cast(
    greatest(
      (extract(year from beantwoord_op) - extract(year from zorgmaand)) * 12
        + extract(month from beantwoord_op) - extract(month from zorgmaand)
        + case when extract(day from beantwoord_op) > extract(day from cast($bekend_op as date)) then 1 else 0 end,
      0
    ) as integer
  ) as age,
  cast(sum(cents) as bigint) as cents
from kostenregel
where gemeente_code = $gemeente_code
  and is_toegekend
  and beantwoord_op <= cast($bekend_op as date)
group by 1, 2, 3
