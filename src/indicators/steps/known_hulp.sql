-- Help that began, as known on $bekend_op. One row for each begin.
select *
from hulp
where gemeente_code = $gemeente_code
  and bekend_van <= cast($bekend_op as date)
  and bekend_tot > cast($bekend_op as date)
