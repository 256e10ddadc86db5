-- Which of the trajecten that run on at the end of each period have run for two years or longer?
-- One row for each period and traject that runs on at its end.
select
  known_traject.*,
  period_asked.period,
  period_asked.last_day as on_day,
  case when cast(known_traject.begindatum + interval '2 years' as date) <= period_asked.last_day then 1 else 0 end
    as numerator,
  1 as denominator
from known_traject
join period_asked
  on known_traject.begindatum <= period_asked.last_day
  and coalesce(known_traject.einddatum, date '9999-12-31') > period_asked.last_day
