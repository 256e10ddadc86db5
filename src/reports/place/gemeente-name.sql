-- What is this gemeente called?
-- One row when the gemeente gave its name, none otherwise.
select naam
from gebied
where gemeente_code = $gemeente_code and soort = 'gemeente'
order by jaar desc
limit 1
