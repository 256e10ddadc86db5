-- How much of the help that was agreed had not begun four weeks after the agreed day?
-- One row for each Toewijzing. Until four weeks have passed since the month of its ingangsdatum the outcome is not known:
-- no numerator and no denominator.
select
  awaited_toewijzing.*,
  ingangsdatum as on_day,
  case
    when cast(date_trunc('month', ingangsdatum) + interval '1 month' as date) + 27 > cast($bekend_op as date) then null
    when began_on <= ingangsdatum + 28 then 0
    else 1
  end as numerator,
  case
    when cast(date_trunc('month', ingangsdatum) + interval '1 month' as date) + 27 <= cast($bekend_op as date) then 1
  end as denominator,
  case
    when ingangsdatum < eerst_toegewezen_op then 'met terugwerkende kracht toegewezen'
    -- The begin is then the first day that was claimed, and that is a day of the calendar, not of the help.
    when begin_bron <> 'start' then 'zonder startbericht'
    -- What was agreed for a shorter time and did not begin, says nothing of a begin that came late.
    when began_on is null and einddatum < ingangsdatum + 28 then 'binnen vier weken weer beëindigd'
  end as left_out
from awaited_toewijzing
