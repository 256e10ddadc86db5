-- Which part of the claimed euros was refused?
-- One row for each claimed line with an answer; credits are no claims.
select
  known_kostenregel.*,
  zorgmaand as on_day,
  case when is_toegekend then 0 else cents end as numerator,
  cents as denominator,
  case when is_verworpen then 'hele declaratie geweigerd' end as left_out
from known_kostenregel
where not is_credit
  and is_toegekend is not null
