-- The productgroep of each product.
select wet, product_code, min(productgroep) as productgroep
from product
where gemeente_code = $gemeente_code
group by wet, product_code
