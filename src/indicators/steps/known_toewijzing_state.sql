-- Each state of a Toewijzing that was known by $bekend_op: what is known now hides which end was agreed before.
-- One row for each Toewijzing and span of days in which it was known so.
select *
from toewijzing
where gemeente_code = $gemeente_code
  and bekend_van <= cast($bekend_op as date)
