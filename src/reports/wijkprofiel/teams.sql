-- Which teams serve a wijk on a day?
-- One row for each team.
select distinct team_code
from team_wijk
where gemeente_code = $gemeente_code
  and wijk_code = $wijk_code
  and begindatum <= $dag
  and (einddatum is null or einddatum >= $dag)
order by team_code
