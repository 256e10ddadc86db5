-- Whose help ended, and who came back within a year?
-- One row for each traject that ended as planned or early. Until a year has passed since the month of its end the outcome
-- is not known: no numerator and no denominator.
select
  judged_traject.*,
  einddatum as on_day,
  case
    when cast(date_trunc('month', einddatum) + interval '13 months' as date) - 1 > cast($bekend_op as date) then null
    when exists (
      select 1
      from known_traject as next_traject
      where next_traject.wet = judged_traject.wet
        and next_traject.persoon = judged_traject.persoon
        and next_traject.begindatum > judged_traject.einddatum
        and next_traject.begindatum <= cast(judged_traject.einddatum + interval '12 months' as date)
    ) then 1
    else 0
  end as numerator,
  case
    when cast(date_trunc('month', einddatum) + interval '13 months' as date) - 1 <= cast($bekend_op as date) then 1
  end as denominator
from judged_traject
