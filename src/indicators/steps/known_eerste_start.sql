-- The begin that ends the wait, as known on $bekend_op. Aanbieders send a new start after a break, so only the first one
-- of a Toewijzing counts. One row for each Toewijzing with a start.
select *
from eerste_start
where gemeente_code = $gemeente_code
  and bekend_van <= cast($bekend_op as date)
  and bekend_tot > cast($bekend_op as date)
