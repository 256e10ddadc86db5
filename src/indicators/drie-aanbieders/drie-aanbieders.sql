-- How many households with several kinds of help have to do with three aanbieders or more?
-- One row for each period and each stretch of help in it of a household with several kinds of help.
with several as (
  -- Whoever never had several kinds, has them in no period: most households, that need not be looked at month by month.
  -- The others get a number, that is compared faster than the hash of an address.
  select
    huishouden,
    row_number() over (order by huishouden) as household_number
  from known_hulp
  where huishouden is not null
  group by huishouden
  having min(product_categorie) <> max(product_categorie)
),
-- Kept, so that an engine does not lay all help beside all periods first.
their_hulp as materialized (
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
    known_hulp.begindatum,
    coalesce(known_hulp.einddatum, date '9999-12-31') as helped_until,
    several.household_number,
    coalesce(current_aanbieder.current_aanbieder, known_hulp.aanbieder) as reported_aanbieder
  from known_hulp
  join several on several.huishouden = known_hulp.huishouden
  left join current_aanbieder on current_aanbieder.aanbieder = known_hulp.aanbieder
),
helped as (
  select
    their_hulp.*,
    period_asked.period,
    period_asked.last_day as on_day
  from their_hulp
  join period_asked
    on their_hulp.begindatum <= period_asked.last_day
    and their_hulp.helped_until >= period_asked.first_day
),
household as (
  select period, household_number, count(distinct reported_aanbieder) as aanbieders
  from helped
  group by period, household_number
  having min(product_categorie) <> max(product_categorie)
)
select
  helped.*,
  helped.household_number as item,
  case when household.aanbieders >= 3 then 1 else 0 end as numerator
from helped
join household
  on household.period = helped.period
  and household.household_number = helped.household_number
