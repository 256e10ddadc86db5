-- What was claimed in the declaraties that broke a rule, as far as they came in by $bekend_op, and for how many people?
-- One row for each rule and wet, and one for both together, whose wet is null.
with finding as (
  select bericht_id, regel
  from bevinding
  where gemeente_code = $gemeente_code
  union
  select bericht_id, regel
  from terugblik_bevinding
  where gemeente_code = $gemeente_code
),
claim as (
  select finding.regel, bericht.wet, bericht.bericht_id, declaratie.totaal_cents as cents
  from finding
  join bericht
    on bericht.gemeente_code = $gemeente_code
    and bericht.bericht_id = finding.bericht_id
  join declaratie
    on declaratie.gemeente_code = $gemeente_code
    and declaratie.bericht_id = finding.bericht_id
  where bericht.dagtekening <= cast($bekend_op as date)
),
claimed as (
  select regel, wet, sum(cents) as cents
  from claim
  group by grouping sets ((regel), (regel, wet))
),
person as (
  select claim.regel, claim.wet, count(distinct kostenregel.persoon) as persons
  from claim
  join kostenregel
    on kostenregel.gemeente_code = $gemeente_code
    and kostenregel.bericht_id = claim.bericht_id
  group by grouping sets ((claim.regel), (claim.regel, claim.wet))
)
select
  claimed.regel,
  claimed.wet,
  cast(claimed.cents as bigint) as cents,
  cast(coalesce(person.persons, 0) as bigint) as personen
from claimed
left join person
  on person.regel = claimed.regel
  and person.wet is not distinct from claimed.wet
order by claimed.regel, claimed.wet nulls last
