-- How many verzoeken of aanbieders had a reaction of the gemeente within five working days?
-- One row for each verzoek. Until its term is over the outcome is not known: no numerator and no denominator.
select
  verzoek_with_answer.*,
  sent_on as on_day,
  case
    when today.nummer - sent_day.nummer <= 5 then null
    when reacted_on <= sent_on or reaction_day.nummer - sent_day.nummer <= 5 then 1
    else 0
  end as numerator,
  case when today.nummer - sent_day.nummer > 5 then 1 end as denominator
from verzoek_with_answer
join werkdag as today on today.dag = cast($bekend_op as date)
join werkdag as sent_day on sent_day.dag = verzoek_with_answer.sent_on
left join werkdag as reaction_day on reaction_day.dag = verzoek_with_answer.reacted_on
