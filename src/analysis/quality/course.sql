-- What was open at the end of each of the last twelve months, and what was mended in it?
-- One row for each problem in each month up to that of $bekend_op (which runs to $bekend_op), with whether it is open.
with month_asked as (
  select
    cast(series.first_day as date) as first_day,
    least(cast(cast(series.first_day as date) + interval '1 month' as date) - 1, cast($bekend_op as date)) as last_day
  from generate_series(
    date_trunc('month', cast($bekend_op as timestamp)) - interval '11 months',
    date_trunc('month', cast($bekend_op as timestamp)),
    interval '1 month'
  ) as series(first_day)
),
problem as (
  select
    controle, aanbieder, wet, cents, bekend_van, bekend_tot, persoon,
    coalesce(wet, '') || ' ' || coalesce(cast(toewijzing_nummer as varchar), '') || ' '
      || coalesce(cast(bericht_id as varchar), '') || ' ' || coalesce(cast(regel as varchar), '') || ' '
      || coalesce(cast(begindatum as varchar), '') || ' ' || cast(persoon as varchar) as what
  from gebrek
  where gemeente_code = $gemeente_code
    and bekend_van <= cast($bekend_op as date)
    and ($aanbieder = '' or aanbieder = $aanbieder)
    and ($eigen = '' or $eigen like '%,' || aanbieder || ',%')
    and ($wet = '' or wet = $wet)
    and ($controle = '' or controle = $controle)
),
open_at_end as (
  select
    month_asked.first_day, problem.controle, problem.aanbieder, problem.wet, problem.what, problem.persoon,
    problem.cents
  from month_asked
  join problem
    on problem.bekend_van <= month_asked.last_day
    and problem.bekend_tot > month_asked.last_day
),
-- A problem that was open in another way on the day before it closed, is not mended: its Toewijzing changed.
closed as (
  select
    month_asked.first_day, problem.controle, problem.aanbieder, problem.wet, problem.what, problem.persoon,
    max(problem.cents) as cents
  from month_asked
  join problem
    on problem.bekend_tot > month_asked.first_day - 1
    and problem.bekend_tot <= month_asked.last_day
  left join open_at_end
    on open_at_end.first_day = month_asked.first_day
    and open_at_end.controle = problem.controle
    and open_at_end.what = problem.what
  where open_at_end.what is null
  group by
    month_asked.first_day, problem.controle, problem.aanbieder, problem.wet, problem.what, problem.persoon
),
counted as (
  select first_day, 1 as is_open, controle, aanbieder, wet, persoon, cents from open_at_end
  union all
  select first_day, 0 as is_open, controle, aanbieder, wet, persoon, cents from closed
)
select substring(cast(first_day as varchar), 1, 7) as month, is_open, controle, aanbieder, wet, persoon, cents
from counted
