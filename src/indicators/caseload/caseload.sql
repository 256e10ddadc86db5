-- For how many people does each wijkteam have work, for each fte?
-- One row for each stretch of help that ran on at the end of a period, and one for each buurt with its part of the fte of
-- its team.
with resident_of_buurt as (
  select period, buurt_code, team_code, sum(inhabitants) as inhabitants
  from resident
  group by period, buurt_code, team_code
),
-- A team works for all its buurten: its fte are shared out by their inhabitants, so that they add up again.
shared_fte as (
  select
    resident_of_buurt.period,
    resident_of_buurt.buurt_code,
    team.fte * resident_of_buurt.inhabitants / sum(resident_of_buurt.inhabitants) over (
      partition by resident_of_buurt.period, resident_of_buurt.team_code
    ) as fte
  from resident_of_buurt
  join team
    on team.gemeente_code = $gemeente_code
    and team.team_code = resident_of_buurt.team_code
  where team.fte > 0
    and resident_of_buurt.inhabitants > 0
)
select
  known_hulp.gemeente_code,
  known_hulp.wet,
  known_hulp.persoon,
  known_hulp.aanbieder,
  known_hulp.product_categorie,
  known_hulp.product_code,
  known_hulp.buurt_code,
  known_hulp.geboortemaand,
  known_hulp.geslacht,
  known_hulp.verwijzer_type,
  known_hulp.verwijzer_code,
  period_asked.period,
  period_asked.last_day as on_day,
  cast(0 as double precision) as denominator
from known_hulp
join period_asked
  on known_hulp.begindatum <= period_asked.last_day
  and coalesce(known_hulp.einddatum, date '9999-12-31') > period_asked.last_day
union all
select
  $gemeente_code as gemeente_code,
  'onbekend' as wet,
  cast(null as integer) as persoon,
  'onbekend' as aanbieder,
  'onbekend' as product_categorie,
  'onbekend' as product_code,
  shared_fte.buurt_code,
  cast(null as date) as geboortemaand,
  cast(null as text) as geslacht,
  'onbekend' as verwijzer_type,
  cast(null as text) as verwijzer_code,
  period_asked.period,
  period_asked.last_day as on_day,
  shared_fte.fte as denominator
from shared_fte
join period_asked on period_asked.period = shared_fte.period
