-- Which wijken does a team serve on a day?
-- One row for each wijk.
select distinct wijk_code
from team_wijk
where gemeente_code = $gemeente_code
  and team_code = $team_code
  and begindatum <= $dag
  and (einddatum is null or einddatum >= $dag)
order by wijk_code
