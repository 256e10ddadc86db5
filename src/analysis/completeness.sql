-- How much of the granted money of each month of care was known at each age, in cents?
-- One row for each wet, month of care and age at which money became known; age in months, by the day of the month of
-- $bekend_op, so that each age is a whole month and the newest is no shorter than the others.
with by_day as (
  select
    wet,
    zorgmaand,
    beantwoord_op,
    sum(cents) as cents,
    bit_or(cast(1 as bigint) << (persoon % 50)) as classes
  from kostenregel
  where gemeente_code = $gemeente_code
    and is_toegekend
    and beantwoord_op <= cast($bekend_op as date)
    and (bekend_tot is null or bekend_tot > cast($bekend_op as date))
  group by wet, zorgmaand, beantwoord_op
)
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
  cast(sum(cents) as bigint) as cents,
  -- Fifty classes of persons, a bit for each that has somebody in it: ten bits are ten people at least, and setting them
  -- takes a tenth of the time of counting people.
  bit_or(classes) as classes
from by_day
group by 1, 2, 3
