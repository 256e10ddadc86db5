-- Which aanbieders helped fewer than ten people in the whole gemeente?
-- One row for each stretch of help and each period in which it ran.
with size as (
  select period, reported_aanbieder, count(distinct persoon) as persons
  from aanbieder_in_period
  group by period, reported_aanbieder
)
select
  aanbieder_in_period.*,
  aanbieder_in_period.reported_aanbieder as item,
  case when size.persons < 10 then 1 else 0 end as numerator
from aanbieder_in_period
join size
  on size.period = aanbieder_in_period.period
  and size.reported_aanbieder = aanbieder_in_period.reported_aanbieder
