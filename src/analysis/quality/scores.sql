-- How much care was claimed by each aanbieder, and how much of it or beside it had a problem that the aanbieder can mend?
-- One row for each of the last twelve months up to that of $bekend_op (which runs to $bekend_op) and each aanbieder that
-- claimed in the year before its end.
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
claimed_on as (
  select
    aanbieder,
    bekend_van,
    sum(cents) as cents,
    count(*) as lines
  from staande_kostenregel as kostenregel
  where gemeente_code = $gemeente_code
    and bekend_van <= cast($bekend_op as date)
    and bekend_van > cast($bekend_op as date) - 760
    and is_toegekend is distinct from false
    and ($wet = '' or wet = $wet)
  group by aanbieder, bekend_van
),
claimed as (
  select
    month_asked.first_day,
    claimed_on.aanbieder,
    cast(sum(claimed_on.cents) as bigint) as cents,
    cast(sum(claimed_on.lines) as bigint) as lines
  from month_asked
  join claimed_on
    on claimed_on.bekend_van <= month_asked.last_day
    and claimed_on.bekend_van > month_asked.last_day - 365
  group by month_asked.first_day, claimed_on.aanbieder
),
problem as (
  select
    month_asked.first_day,
    gebrek.aanbieder,
    cast(sum(gebrek.cents) as bigint) as cents,
    cast(count(distinct case when gebrek.cents > 0 then gebrek.persoon end) as bigint) as persons
  from month_asked
  join gebrek
    on gebrek.bekend_van <= month_asked.last_day
    and gebrek.bekend_tot > month_asked.last_day
  where gebrek.gemeente_code = $gemeente_code
    and gebrek.controle in (%controles%)
    and ($wet = '' or gebrek.wet = $wet)
  group by month_asked.first_day, gebrek.aanbieder
),
person as (
  select aanbieder, cast(count(distinct persoon) as bigint) as persons
  from staande_kostenregel as kostenregel
  where gemeente_code = $gemeente_code
    and bekend_van <= cast($bekend_op as date)
    and bekend_van > cast($bekend_op as date) - 365
    and ($wet = '' or wet = $wet)
  group by aanbieder
)
select
  substring(cast(claimed.first_day as varchar), 1, 7) as maand,
  claimed.aanbieder,
  claimed.cents,
  claimed.lines as regels,
  coalesce(problem.cents, 0) as gebrek_cents,
  coalesce(problem.persons, 0) as gebrek_personen,
  coalesce(person.persons, 0) as personen
from claimed
left join problem using (first_day, aanbieder)
left join person using (aanbieder)
order by claimed.aanbieder, claimed.first_day
