-- In which huishoudens was help of the Wmo and of the Jeugdwet in each period?
-- One row for each begin of help and each period in which it ran.
select
  helped_household.*,
  huishouden as item,
  case when has_both_wetten then 1 else 0 end as numerator,
  case when huishouden is null then 'geen adres bekend' end as left_out
from helped_household
