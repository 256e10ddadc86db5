-- How heavy the help of each product is, and how it is paid. One row for each product.
select wet, product_code, min(zwaarte) as zwaarte, min(variant) as variant
from product
where gemeente_code = $gemeente_code
group by wet, product_code
