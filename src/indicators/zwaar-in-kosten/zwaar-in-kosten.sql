-- Which part of the granted euros went to heavy help?
-- One row for each granted line; a credit is a line with a negative amount.
select
  known_kostenregel.*,
  zorgmaand as on_day,
  case when kind_of_code.zwaarte = 'zwaar' then cents else 0 end as numerator,
  cents as denominator,
  case when kind_of_code.zwaarte is null then 'product niet in de productenlijst' end as left_out
from known_kostenregel
left join kind_of_code
  on kind_of_code.wet = known_kostenregel.wet
  and kind_of_code.product_code = known_kostenregel.product_code
where is_toegekend
