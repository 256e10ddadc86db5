-- Granted care, as known on $bekend_op, of months in which no help was known to speak for it.
-- One row for each granted line.
select *
from zorg_zonder_hulp
where gemeente_code = $gemeente_code
  and bekend_van <= cast($bekend_op as date)
  and bekend_tot > cast($bekend_op as date)
