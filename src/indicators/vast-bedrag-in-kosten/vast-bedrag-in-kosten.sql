-- Which part of the money went to aanbieders as a fixed sum?
-- One row for each granted line, and each amount of taakgericht and subsidie that the gemeente told of.
with told_year as (
  select distinct extract(year from on_day) as jaar
  from known_overige_kosten
  where part in ('taakgericht', 'subsidie')
)
select
  total_cost.*,
  case when total_cost.part = 'declaraties' then 0 else total_cost.cents end as numerator,
  total_cost.cents as denominator,
  case when told_year.jaar is null then 'jaar zonder opgave' end as left_out
from total_cost
left join told_year on told_year.jaar = extract(year from total_cost.on_day)
where total_cost.part in ('declaraties', 'taakgericht', 'subsidie')
