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
  'declaraties' as part,
  zorgmaand as on_day,
  cents as numerator
from known_kostenregel
where is_toegekend
union all
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
  numerator
from known_overige_kosten
