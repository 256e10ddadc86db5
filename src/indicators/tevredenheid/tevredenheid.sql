-- How many clients are content with the help?
-- One row for each aanbieder and quarter of which answers were told.
select
  answers_per_quarter.*,
  positief as numerator,
  beantwoord as denominator,
  beantwoord as people
from answers_per_quarter
where maat = 'tevredenheid'
