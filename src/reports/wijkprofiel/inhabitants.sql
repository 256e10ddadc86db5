-- How many people live in each buurt, on 1 January of $jaar, else of the nearest year before, else of the first after?
-- One row for each buurt.
with gekozen as (
  select coalesce(max(case when jaar <= $jaar then jaar end), min(jaar)) as jaar
  from bevolking
  where gemeente_code = $gemeente_code
)
select bevolking.buurt_code as buurt_code, bevolking.jaar as jaar, cast(sum(bevolking.aantal) as bigint) as aantal
from bevolking
cross join gekozen
where bevolking.gemeente_code = $gemeente_code and bevolking.jaar = gekozen.jaar
group by bevolking.buurt_code, bevolking.jaar
order by bevolking.buurt_code
