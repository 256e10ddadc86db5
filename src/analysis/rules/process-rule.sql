-- How did it go with the rule $regel, in each month and for each aanbieder?
-- One row for each month, aanbieder, outcome and number of days.
select maand, aanbieder, uitkomst, dagen, cast(sum(aantal) as bigint) as aantal
from proces_telling
where gemeente_code = $gemeente_code
  and ($eigen = '' or $eigen like '%,' || aanbieder || ',%')
  and regel = $regel
group by maand, aanbieder, uitkomst, dagen
