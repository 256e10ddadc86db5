-- Of which of them has a year passed since the month they ended in? One row for each traject.
select judged_traject.*, einddatum as on_day
from judged_traject
where cast(date_trunc('month', einddatum) + interval '13 months' as date) <= cast($bekend_op as date)
