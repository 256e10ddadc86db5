-- How much money was granted for the care of each month?
-- One row for each line of a declaratie that was granted; a credit is a line with a negative amount.
select
  known_kostenregel.*,
  zorgmaand as on_day,
  cents as numerator
from known_kostenregel
where is_toegekend
