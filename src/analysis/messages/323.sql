-- In which declaraties does the care stand? One row for each line, by month of care.
select
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
  zorgmaand as begindatum,
  zorgmaand as einddatum,
  bericht_id as numerator
from kostenregel
where gemeente_code = $gemeente_code
  and bekend_van <= cast($bekend_op as date)
  and (bekend_tot is null or bekend_tot > cast($bekend_op as date))
