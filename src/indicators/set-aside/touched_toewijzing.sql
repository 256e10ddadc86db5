-- Toewijzingen with which help began that would be other than it is. Of all others the begin is as derived.
select distinct hulp.wet, hulp.toewijzing_nummer
from hulp
join touched_persoon on touched_persoon.persoon = hulp.persoon
where hulp.gemeente_code = $gemeente_code
  and hulp.toewijzing_nummer is not null
