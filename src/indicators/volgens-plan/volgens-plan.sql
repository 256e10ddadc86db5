-- Which trajecten ended as planned, of all that ended with a reden?
-- One row for each ended traject.
select
  closed_traject.*,
  einddatum as on_day,
  case
    when wet = 'Jeugdwet' and reden_beeindiging = '31' then 1
    when wet = 'Wmo' and reden_beeindiging = '19' then 1
    else 0
  end as numerator,
  1 as denominator,
  why_not as left_out
from closed_traject
