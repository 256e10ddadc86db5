-- How many people are on the waiting lists of aanbieders at the end of each period?
-- One row for each period, aanbieder and product with a list.
select
  last_wachtlijst.*,
  wachtenden as numerator,
  wachtenden as people
from last_wachtlijst
