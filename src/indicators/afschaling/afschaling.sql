-- Who had heavy or middling help a year before the end of each period, and lighter help or none at that end?
-- One row for each period and person with such help a year before. While that end is still to come the outcome is not
-- known: no numerator and no denominator.
select
  year_on.*,
  case when is_known then case when zwaarte_now < zwaarte_then then 1 else 0 end end as numerator,
  case when is_known then 1 end as denominator,
  why_not as left_out
from year_on
where zwaarte_then >= 2
  or zwaarte_then is null
