-- How many Berichten break the rule $regel, in each month and of each aanbieder?
-- One row for each month and aanbieder; null is of a Bericht that was refused, or that has none.
with finding as (
  select bevinding.bericht_id, bericht.aanbieder, bericht.dagtekening
  from bevinding
  left join bericht
    on bericht.gemeente_code = bevinding.gemeente_code
    and bericht.bericht_id = bevinding.bericht_id
  where coalesce(bevinding.gemeente_code, $gemeente_code) = $gemeente_code
    and ($eigen = '' or $eigen like '%,' || bericht.aanbieder || ',%')
    and bevinding.regel = $regel
  union all
  select bericht_id, aanbieder, dagtekening
  from terugblik_bevinding
  where gemeente_code = $gemeente_code
    and ($eigen = '' or $eigen like '%,' || aanbieder || ',%')
    and regel = $regel
)
select
  cast(date_trunc('month', dagtekening) as date) as maand,
  aanbieder,
  cast(count(distinct bericht_id) as bigint) as berichten
from finding
group by cast(date_trunc('month', dagtekening) as date), aanbieder
