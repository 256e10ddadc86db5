-- How long do aanbieders expect the people on their waiting lists to wait?
-- One row for each period, aanbieder and product with a list.
select
  last_wachtlijst.*,
  wachtenden * weken * 7 as numerator,
  wachtenden as denominator,
  wachtenden as people
from last_wachtlijst
