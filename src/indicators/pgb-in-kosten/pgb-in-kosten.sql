-- Which part of the money went through a pgb?
-- One row for each granted line, and each amount of pgb that the gemeente told of.
with told_year as (
  select distinct wet, extract(year from on_day) as jaar
  from known_overige_kosten
  where part = 'pgb'
)
select
  total_cost.*,
  case when total_cost.part = 'pgb' then total_cost.cents else 0 end as numerator,
  total_cost.cents as denominator,
  case
    when total_cost.wet = 'onbekend' then 'pgb zonder wet'
    when told_year.wet is null then 'jaar zonder opgave van pgb'
  end as left_out
from total_cost
left join told_year
  on told_year.wet = total_cost.wet
  and told_year.jaar = extract(year from total_cost.on_day)
where total_cost.part in ('declaraties', 'pgb')
