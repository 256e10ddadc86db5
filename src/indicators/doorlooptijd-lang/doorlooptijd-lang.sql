-- How many days did nine of ten trajecten last at most, of those that ended?
-- One row for each traject that ended.
select
  ended_traject.*,
  einddatum as on_day,
  einddatum - begindatum as numerator
from ended_traject
