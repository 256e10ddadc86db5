-- How much of the help that was assigned had not begun 90 days later?
-- One row for each Toewijzing. Until 90 days have passed since the month in which it could begin the outcome is not known:
-- no numerator and no denominator.
select
  awaited_toewijzing.*,
  can_begin_on as on_day,
  case
    when cast(date_trunc('month', can_begin_on) + interval '1 month' as date) + 89 > cast($bekend_op as date) then null
    when began_on <= can_begin_on + 90 then 0
    else 1
  end as numerator,
  case
    when cast(date_trunc('month', can_begin_on) + interval '1 month' as date) + 89 <= cast($bekend_op as date) then 1
  end as denominator
from awaited_toewijzing
