-- How much money was granted for the care of each month, over all who live there?
-- One row for each line of a declaratie that was granted; composing adds the inhabitants.
select
  known_kostenregel.*,
  zorgmaand as on_day,
  cents as numerator
from known_kostenregel
where is_toegekend
