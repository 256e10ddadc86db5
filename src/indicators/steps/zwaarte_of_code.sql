-- How heavy each product is, as a number that can be compared: 1 licht, 2 midden, 3 zwaar.
select
  wet,
  product_code,
  max(case zwaarte when 'licht' then 1 when 'midden' then 2 when 'zwaar' then 3 end) as zwaarte
from product
where gemeente_code = $gemeente_code
group by wet, product_code
