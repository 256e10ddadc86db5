-- How many days after the end of the month of care does the declaratie come?
-- One row for each claimed line; credits are corrections, and a 323 that was refused as a whole came again.
select
  known_kostenregel.*,
  zorgmaand as on_day,
  greatest(bekend_van - (cast(zorgmaand + interval '1 month' as date) - 1), 0) as numerator
from known_kostenregel
where not is_credit
  and not is_verworpen
