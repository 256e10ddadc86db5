-- Which trajecten ended because the client went to help of another law?
-- One row for each ended traject.
select
  closed_traject.*,
  einddatum as on_day,
  case when reden_beeindiging = '39' then 1 else 0 end as numerator,
  1 as denominator,
  why_not as left_out
from closed_traject
