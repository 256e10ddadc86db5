-- The productgroep of each productcategorie that has only one: enough for a Toewijzing without a product_code.
select wet, product_categorie, min(productgroep) as productgroep
from product
where gemeente_code = $gemeente_code
group by wet, product_categorie
having count(distinct productgroep) = 1
