-- Which products hang on one aanbieder?
-- One row for each stretch of help and each period in which it ran.
select
  function_in_period.*,
  wet || ' ' || product_code as item,
  hangs_on_it as numerator,
  case when product_code is null then 'product niet bekend' end as left_out
from function_in_period
