-- In which declaraties does the care stand? One row for each line, by month of care.
select
  kostenregel.*,
  zorgmaand as begindatum,
  zorgmaand as einddatum,
  bericht_id as numerator
from kostenregel
where gemeente_code = $gemeente_code
  and bekend_van <= cast($bekend_op as date)
