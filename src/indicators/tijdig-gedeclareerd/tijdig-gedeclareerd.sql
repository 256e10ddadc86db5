-- Which part of the claimed euros came within two months after the month of care?
-- One row for each claimed line; credits are no claims. Until six months have passed since its month no one knows what is
-- still to come: no numerator and no denominator.
select
  known_kostenregel.*,
  zorgmaand as on_day,
  case
    when cast(zorgmaand + interval '7 months' as date) > cast($bekend_op as date) then null
    when bekend_van < cast(zorgmaand + interval '3 months' as date) then cents
    else 0
  end as numerator,
  case when cast(zorgmaand + interval '7 months' as date) <= cast($bekend_op as date) then cents end as denominator
from known_kostenregel
where not is_credit
  and not is_verworpen
