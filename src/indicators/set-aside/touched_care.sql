-- Persons of whom some help or care in the months asked would be other than it is. Of all others it is as derived.
select persoon
from touched_persoon
union
select kostenregel.persoon
from kostenregel
join aside_toewijzing
  on aside_toewijzing.wet = kostenregel.wet
  and aside_toewijzing.toewijzing_nummer = kostenregel.toewijzing_nummer
where kostenregel.gemeente_code = $gemeente_code
  and kostenregel.zorgmaand >= cast($van as date)
  and kostenregel.zorgmaand <= cast($tot as date)
