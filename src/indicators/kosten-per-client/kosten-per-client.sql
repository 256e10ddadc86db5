-- How much money was granted for each person who was helped with it?
-- One row for each granted line; what credits bring to nothing has no row.
select
  granted_care.*,
  zorgmaand as on_day,
  cents as numerator
from granted_care
