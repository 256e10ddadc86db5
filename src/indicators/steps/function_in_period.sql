-- The same, with whether the help hangs on this aanbieder: more than half of the people who get the product, in the whole
-- gemeente in that period, get it there. Of fewer than ten people that says nothing.
-- One row for each stretch of help and each period in which it ran.
with supply as (
  select period, wet, product_code, reported_aanbieder, count(distinct persoon) as persons
  from aanbieder_in_period
  where product_code is not null
  group by period, wet, product_code, reported_aanbieder
),
demand as (
  select period, wet, product_code, count(distinct persoon) as persons
  from aanbieder_in_period
  where product_code is not null
  group by period, wet, product_code
)
select
  aanbieder_in_period.*,
  case when demand.persons >= 10 and supply.persons * 2 > demand.persons then 1 else 0 end as hangs_on_it
from aanbieder_in_period
left join demand
  on demand.period = aanbieder_in_period.period
  and demand.wet = aanbieder_in_period.wet
  and demand.product_code = aanbieder_in_period.product_code
left join supply
  on supply.period = aanbieder_in_period.period
  and supply.wet = aanbieder_in_period.wet
  and supply.product_code = aanbieder_in_period.product_code
  and supply.reported_aanbieder = aanbieder_in_period.reported_aanbieder
