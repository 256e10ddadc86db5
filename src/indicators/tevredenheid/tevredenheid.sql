-- How many clients are content with the help?
-- One row for each aanbieder and quarter of which answers were told.
select
  told_uitkomst.*,
  positief as numerator,
  beantwoord as denominator,
  beantwoord as people
from told_uitkomst
where maat = 'tevredenheid'
