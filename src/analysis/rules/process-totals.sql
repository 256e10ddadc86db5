-- How often did something happen that a rule about working together speaks of, and how did it go?
-- One row for each rule and outcome.
select regel, uitkomst, cast(sum(aantal) as bigint) as aantal
from proces_telling
where gemeente_code = $gemeente_code
  and ($eigen = '' or $eigen like '%,' || aanbieder || ',%')
group by regel, uitkomst
