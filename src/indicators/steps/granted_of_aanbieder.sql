-- What was granted to each aanbieder, under the AGB-code under which it is reported.
-- One row for each granted line; a credit is a line with a negative amount.
select
  known_kostenregel.*,
  coalesce(current_aanbieder.current_aanbieder, known_kostenregel.aanbieder) as item,
  known_kostenregel.zorgmaand as on_day,
  known_kostenregel.cents as numerator
from known_kostenregel
left join current_aanbieder on current_aanbieder.aanbieder = known_kostenregel.aanbieder
where known_kostenregel.is_toegekend
