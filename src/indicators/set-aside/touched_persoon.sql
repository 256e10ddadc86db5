-- Persons of whom some help would be other than it is, or some line of care itself. Of all others the help is as derived.
select persoon
from open_gebrek
union
select hersteld_persoon
from open_gebrek
where hersteld_persoon is not null
union
select hulp.persoon
from hulp
join aside_toewijzing
  on aside_toewijzing.wet = hulp.wet
  and aside_toewijzing.toewijzing_nummer = hulp.toewijzing_nummer
where hulp.gemeente_code = $gemeente_code
