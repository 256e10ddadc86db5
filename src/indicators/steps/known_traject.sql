-- Each traject as known on $bekend_op: the help of one client in one productcategorie, from the first begin to the last
-- end, with less than 30 days between. One row for each traject.
select *
from traject
where gemeente_code = $gemeente_code
  and bekend_van <= cast($bekend_op as date)
  and bekend_tot > cast($bekend_op as date)
