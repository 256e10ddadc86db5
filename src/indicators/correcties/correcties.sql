-- Which part of the granted lines was taken back?
-- One row for each granted line, credit or not.
select
  known_kostenregel.*,
  zorgmaand as on_day,
  case when is_credit then 1 else 0 end as numerator,
  case when is_credit then 0 else 1 end as denominator
from known_kostenregel
where is_toegekend
