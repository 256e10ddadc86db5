-- What is there in each wijk that nobody needs a decision for?
-- One row for each thing on offer.
select wijk_code, naam, soort, omschrijving, plaatsen
from voorliggend
where gemeente_code = $gemeente_code
order by wijk_code, naam
