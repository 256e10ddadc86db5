-- The productgroep of each product; and of what is said of a productgroep as a whole, under a code that no product has.
select wet, product_code, min(productgroep) as productgroep
from product
where gemeente_code = $gemeente_code
group by wet, product_code
union all
select distinct wet, 'begroting ' || productgroep, productgroep
from begroting
where gemeente_code = $gemeente_code
