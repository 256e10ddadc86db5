-- Each line that was claimed by $bekend_op, with the answer that was known by then.
-- A 323 that was refused as a whole counts as never sent, but only from the day of that answer.
select
  gemeente_code,
  wet,
  persoon,
  aanbieder,
  toewijzing_nummer,
  product_categorie,
  product_code,
  zorgmaand,
  volume,
  eenheid,
  cents,
  is_credit,
  bekend_van,
  case when beantwoord_op <= cast($bekend_op as date) then is_toegekend end as is_toegekend,
  case when beantwoord_op <= cast($bekend_op as date) then is_verworpen else false end as is_verworpen,
  geboortemaand,
  geslacht,
  buurt_code,
  verwijzer_type,
  verwijzer_code
from kostenregel
where gemeente_code = $gemeente_code
  and bekend_van <= cast($bekend_op as date)
  and (bekend_tot is null or bekend_tot > cast($bekend_op as date))
