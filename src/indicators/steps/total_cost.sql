-- What went to care and support, whichever way it was paid, and which way that was.
-- One row for each granted line, and each amount that the gemeente told of beside them.
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
  cents
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
