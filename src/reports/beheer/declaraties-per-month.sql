-- How many Declaraties (323) sent each aanbieder, by month of Dagtekening, from $van on?
-- One row for each wet, aanbieder and month with at least one.
select
  bericht.wet,
  bericht.aanbieder,
  cast(date_trunc('month', bericht.dagtekening) as date) as maand,
  cast(count(*) as bigint) as berichten,
  min(bericht.dagtekening) as eerste,
  max(bericht.dagtekening) as laatste
from bericht
where bericht.soort = '323'
  and bericht.aanbieder is not null
  and bericht.dagtekening >= cast($van as date)
group by bericht.wet, bericht.aanbieder, maand
order by bericht.wet, bericht.aanbieder, maand
