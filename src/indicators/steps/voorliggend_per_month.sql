-- What the offer that needs no Toewijzing costs in each month asked that had begun by $bekend_op: a twelfth of a year.
-- The table has no time: what stands in it counts in each month. One row for each month and offer.
select
  $gemeente_code as gemeente_code,
  'onbekend' as wet,
  cast(null as integer) as persoon,
  'onbekend' as aanbieder,
  'onbekend' as product_categorie,
  'onbekend' as product_code,
  -- Of a wijk the buurt is not known: the code of its buurten without the part that tells them apart.
  'BU' || substring(voorliggend.wijk_code, 3, 6) as buurt_code,
  cast(null as date) as geboortemaand,
  cast(null as text) as geslacht,
  'onbekend' as verwijzer_type,
  cast(null as text) as verwijzer_code,
  month_asked.first_day as on_day,
  -- Whole cents, that add up to the year.
  cast(
    floor(cast(voorliggend.cents_per_jaar as double precision) * extract(month from month_asked.first_day) / 12)
    - floor(cast(voorliggend.cents_per_jaar as double precision) * (extract(month from month_asked.first_day) - 1) / 12)
    as bigint
  ) as cents
from voorliggend
cross join month_asked
where voorliggend.gemeente_code = $gemeente_code
  and voorliggend.cents_per_jaar is not null
  and month_asked.first_day <= cast($bekend_op as date)
