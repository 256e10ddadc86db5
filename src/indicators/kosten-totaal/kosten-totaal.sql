-- How much money went to care and support in each month, whichever way it was paid?
-- One row for each line of a declaratie that was granted, and one for each amount that the gemeente told of beside them.
select
  gemeente_code,
  wet,
  persoon,
  aanbieder,
  product_categorie,
  product_code,
  buurt_code,
  geboortemaand,
  geslacht,
  verwijzer_type,
  verwijzer_code,
  part,
  on_day,
  cents as numerator
from total_cost
