-- Which part of the euros for youth help went to help with a stay away from home?
-- One row for each granted line of the Jeugdwet; a credit is a line with a negative amount.
select
  known_kostenregel.*,
  zorgmaand as on_day,
  case when product_categorie in ('43', '44') then cents else 0 end as numerator,
  cents as denominator
from known_kostenregel
where is_toegekend
  and wet = 'Jeugdwet'
