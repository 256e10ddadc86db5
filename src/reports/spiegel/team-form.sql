-- Who employs each team, and about which money it decides.
-- One row for each team.
select
  team_code,
  werkgever,
  budget
from team
where gemeente_code = $gemeente_code
order by team_code
