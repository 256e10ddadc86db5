-- How many of the clients who were asked about their help, answered?
-- One row for each aanbieder, quarter and thing that was asked.
select
  answers_per_quarter.*,
  maat as part,
  beantwoord as numerator,
  gevraagd as denominator,
  gevraagd as people
from answers_per_quarter
