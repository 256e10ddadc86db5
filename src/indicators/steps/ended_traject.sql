-- Each traject that had ended by $bekend_op, under the aanbieder, product and buurt with which it ended.
select
  gemeente_code,
  wet,
  persoon,
  product_categorie,
  begindatum,
  einddatum,
  reden_beeindiging,
  laatste_aanbieder as aanbieder,
  laatste_product_code as product_code,
  laatste_buurt_code as buurt_code,
  geboortemaand,
  geslacht,
  verwijzer_type,
  verwijzer_code
from known_traject
where einddatum <= cast($bekend_op as date)
