-- How many days did the trajecten last that ended?
-- One row for each traject that ended.
select
  ended_traject.*,
  einddatum as on_day,
  einddatum - begindatum as numerator
from ended_traject
