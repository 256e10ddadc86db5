-- Which trajecten stopped early, of all that ended as planned or early?
-- One row for each traject that ended with a reden that says so.
select
  judged_traject.*,
  einddatum as on_day,
  case when ended_early then 1 else 0 end as numerator,
  1 as denominator
from judged_traject
