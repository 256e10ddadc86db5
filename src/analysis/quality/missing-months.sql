-- Which aanbieders have not claimed a month of care that they would have claimed by now?
-- One row for each aanbieder and whole month without a claim, of the six before $bekend_op. Usual is what the aanbieder
-- did over the twelve months before those: each of them claimed, and the longest it took until the first claim came.
with month_asked as (
  select
    cast(series.first_day as date) as first_day,
    cast(cast(series.first_day as date) + interval '1 month' as date) - 1 as last_day
  from generate_series(
    date_trunc('month', cast($bekend_op as timestamp)) - interval '18 months',
    date_trunc('month', cast($bekend_op as timestamp)),
    interval '1 month'
  ) as series(first_day)
),
recent as (
  select * from month_asked
  where last_day <= cast($bekend_op as date)
    and first_day >= cast(date_trunc('month', cast($bekend_op as timestamp)) - interval '6 months' as date)
),
first_claim as (
  select
    aanbieder,
    wet,
    zorgmaand,
    min(bekend_van) as claimed_on,
    cast(sum(cents) as bigint) as cents,
    cast(count(distinct persoon) as bigint) as persons
  from staande_kostenregel as kostenregel
  where gemeente_code = $gemeente_code
    and not is_credit
    and bekend_van <= cast($bekend_op as date)
    and zorgmaand >= cast(date_trunc('month', cast($bekend_op as timestamp)) - interval '18 months' as date)
    and ($wet = '' or wet = $wet)
    and ($aanbieder = '' or aanbieder = $aanbieder)
    and ($eigen = '' or $eigen like '%,' || aanbieder || ',%')
  group by aanbieder, wet, zorgmaand
),
usual as (
  select
    first_claim.aanbieder,
    first_claim.wet,
    cast(greatest(max(first_claim.claimed_on - month_asked.last_day), 0) as integer) as longest_wait,
    cast(floor(avg(first_claim.cents) + 0.5) as bigint) as cents,
    max(first_claim.persons) as persons
  from first_claim
  join month_asked on month_asked.first_day = first_claim.zorgmaand
  left join recent on recent.first_day = first_claim.zorgmaand
  where recent.first_day is null
  group by first_claim.aanbieder, first_claim.wet
  having count(*) >= 12
)
select
  usual.aanbieder,
  usual.wet,
  substring(cast(recent.first_day as varchar), 1, 7) as maand,
  recent.last_day + usual.longest_wait as verwacht_op,
  usual.cents,
  usual.persons as personen
from usual
join recent on true
left join first_claim
  on first_claim.aanbieder = usual.aanbieder
  and first_claim.wet = usual.wet
  and first_claim.zorgmaand = recent.first_day
where first_claim.aanbieder is null
  and recent.last_day + usual.longest_wait < cast($bekend_op as date)
order by recent.first_day desc, usual.aanbieder, usual.wet
