-- Who waits at the end of each period for help that was assigned?
-- One row for each Toewijzing, with the day from which its help could begin and the day on which nobody waited any more:
-- that on which it began, or the one after the Toewijzing ended.
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
  can_begin_on as begindatum,
  least(began_on, einddatum + 1) as einddatum
from awaited_toewijzing
where began_on is null
  or began_on > can_begin_on
