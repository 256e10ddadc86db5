-- Each Toewijzing as it stood on $bekend_op. One row for each Toewijzing.
select *
from toewijzing
where gemeente_code = $gemeente_code
  and bekend_van <= cast($bekend_op as date)
  and bekend_tot > cast($bekend_op as date)
