-- The same of each productcategorie of which all products are as heavy: enough for a Toewijzing without a product_code.
select
  wet,
  product_categorie,
  min(case zwaarte when 'licht' then 1 when 'midden' then 2 when 'zwaar' then 3 end) as zwaarte
from product
where gemeente_code = $gemeente_code
group by wet, product_categorie
having count(distinct zwaarte) = 1
