-- Each traject that had ended by $bekend_op, under the aanbieder, product and buurt with which it ended.
select
  gemeente_code,
  wet,
  client,
  product_categorie,
  begindatum,
  einddatum,
  reden_beeindiging,
  last_aanbieder as aanbieder,
  last_product_code as product_code,
  last_buurt_code as buurt_code,
  geboortemaand,
  geslacht,
  verwijzer_type,
  verwijzer_code
from traject
where einddatum <= cast($bekend_op as date)
