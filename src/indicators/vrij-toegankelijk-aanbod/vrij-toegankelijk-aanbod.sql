-- How many euros does the gemeente spend on help that anyone may walk into?
-- One row for each month and each such offer.
select
  voorliggend_per_month.*,
  cents as numerator
from voorliggend_per_month
