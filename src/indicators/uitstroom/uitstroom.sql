-- Which trajecten ended?
-- One row for each traject of which the last day is known, also when that day is agreed and still to come.
select
  traject.*,
  einddatum as on_day
from traject
where einddatum is not null
