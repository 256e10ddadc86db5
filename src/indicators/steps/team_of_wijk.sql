-- Which team worked in a wijk, from when to when. Where two overlap the later one takes over, so a day has one team.
select
  wijk_code,
  team_code,
  begindatum,
  least(
    coalesce(einddatum, date '9999-12-31'),
    lead(begindatum, 1, date '9999-12-31') over (partition by wijk_code order by begindatum, team_code) - 1
  ) as einddatum
from team_wijk
where gemeente_code = $gemeente_code
