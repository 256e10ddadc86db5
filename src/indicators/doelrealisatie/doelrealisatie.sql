-- How often were the goals of the help reached?
-- One row for each aanbieder and quarter of which answers were told.
select
  told_uitkomst.*,
  positief as numerator,
  beantwoord as denominator,
  beantwoord as people
from told_uitkomst
where maat = 'doelrealisatie'
