-- Which trajecten ended?
-- One row for each traject of which the last day is known, also when that day is agreed and still to come.
select
  known_traject.*,
  einddatum as on_day
from known_traject
where einddatum is not null
