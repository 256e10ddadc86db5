-- Which wijken and buurten were there in a year, and the year before, and where do they lie?
-- One row for each gebied and year: the latest year up to $jaar of which a border is known, else the first of which one is,
-- else the latest there is; and the year before that.
with jaar_met_grens as (
  select jaar, max(case when grens is null then 0 else 1 end) as heeft_grens
  from gebied
  where gemeente_code = $gemeente_code and soort <> 'gemeente'
  group by jaar
),
gekozen as (
  select coalesce(
    max(case when heeft_grens = 1 and jaar <= $jaar then jaar end),
    min(case when heeft_grens = 1 then jaar end),
    max(case when jaar <= $jaar then jaar end),
    min(jaar)
  ) as jaar
  from jaar_met_grens
)
select gebied.gebied_code as code, gebied.soort as soort, gebied.naam as naam, gebied.jaar as jaar, gebied.grens as grens
from gebied
cross join gekozen
where gebied.gemeente_code = $gemeente_code
  and gebied.soort <> 'gemeente'
  and (gebied.jaar = gekozen.jaar or gebied.jaar = gekozen.jaar - 1)
order by gebied.jaar desc, gebied.gebied_code
