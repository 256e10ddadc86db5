-- The inhabitants in each period, from bevolking on 1 January of the year in which the period ends, else of the nearest
-- year before, else of the first year there is.
-- One row for each period, buurt, sex, class of bevolking and leeftijdsgroep that share ages.
with year_of_period as (
  select
    period_asked.period,
    period_asked.last_day,
    coalesce(
      max(known_year.jaar) filter (where known_year.jaar <= extract(year from period_asked.last_day)),
      min(known_year.jaar)
    ) as jaar
  from period_asked
  cross join (select distinct jaar from bevolking where gemeente_code = $gemeente_code) as known_year
  group by period_asked.period, period_asked.last_day
)
select
  year_of_period.period,
  bevolking.buurt_code,
  bevolking.geslacht,
  coalesce(team_of_wijk.team_code, 'onbekend') as team_code,
  age_group.leeftijdsgroep,
  -- A class that lies across two leeftijdsgroepen is shared out by years of age.
  bevolking.aantal * cast(
    least(bevolking.leeftijd_tot, age_group.last_age) - greatest(bevolking.leeftijd_van, age_group.first_age) + 1
    as double precision
  ) / (bevolking.leeftijd_tot - bevolking.leeftijd_van + 1) as inhabitants
from bevolking
join year_of_period on year_of_period.jaar = bevolking.jaar
join age_group
  on age_group.first_age <= bevolking.leeftijd_tot
  and age_group.last_age >= bevolking.leeftijd_van
left join team_of_wijk
  on team_of_wijk.wijk_code = 'WK' || substring(bevolking.buurt_code, 3, 6)
  and year_of_period.last_day between team_of_wijk.begindatum and team_of_wijk.einddatum
where bevolking.gemeente_code = $gemeente_code
