-- How many aanbieders gave help in each period?
-- One row for each stretch of help and each period in which it ran.
select
  aanbieder_in_period.*,
  reported_aanbieder as item
from aanbieder_in_period
