-- How many Berichten break each rule, and between which days?
-- One row for each rule that is broken. A Bericht that was refused has no Dagtekening that we know.
with finding as (
  select bevinding.regel, bevinding.bericht_id, bericht.dagtekening
  from bevinding
  left join bericht
    on bericht.gemeente_code = bevinding.gemeente_code
    and bericht.bericht_id = bevinding.bericht_id
  where coalesce(bevinding.gemeente_code, $gemeente_code) = $gemeente_code
    and ($eigen = '' or $eigen like '%,' || bericht.aanbieder || ',%')
  union all
  select regel, bericht_id, dagtekening
  from terugblik_bevinding
  where gemeente_code = $gemeente_code
    and ($eigen = '' or $eigen like '%,' || aanbieder || ',%')
)
select
  regel,
  cast(count(distinct bericht_id) as bigint) as berichten,
  min(dagtekening) as eerste,
  max(dagtekening) as laatste
from finding
group by regel
