-- In which huishoudens was help for two or more people, or of two or more kinds, in each period?
-- One row for each begin of help and each period in which it ran.
select
  helped_household.*,
  huishouden as item,
  case when has_more_persons or has_more_kinds then 1 else 0 end as numerator,
  case when huishouden is null then 'geen adres bekend' end as left_out
from helped_household
