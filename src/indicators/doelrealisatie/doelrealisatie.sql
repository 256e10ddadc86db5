-- How often were the goals of the help reached?
-- One row for each aanbieder and quarter of which answers were told.
select
  answers_per_quarter.*,
  positief as numerator,
  beantwoord as denominator,
  beantwoord as people
from answers_per_quarter
where maat = 'doelrealisatie'
