-- To which taakveld does a gemeente book a product?
-- One row for each wet and product that it knows.
select wet, product_code, min(taakveld) as taakveld
from product
where gemeente_code = $gemeente_code
group by wet, product_code
