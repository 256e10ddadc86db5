-- Who was helped by whom in which period, with the AGB-code under which the aanbieder is reported.
-- One row for each stretch of help and each period in which it ran.
select
  helped_in_period.*,
  coalesce(current_aanbieder.current_aanbieder, helped_in_period.aanbieder) as reported_aanbieder
from helped_in_period
left join current_aanbieder on current_aanbieder.aanbieder = helped_in_period.aanbieder
