-- Persons who are set aside, or would be another one.
select persoon, min(hersteld_persoon) as hersteld_persoon
from open_gebrek
where is_about_person
group by persoon
