-- Each amount that the gemeente told of beside the declaraties, about months that had begun by $bekend_op.
select
  gemeente_code,
  coalesce(wet, 'onbekend') as wet,
  cast(null as integer) as persoon,
  'onbekend' as aanbieder,
  'onbekend' as product_categorie,
  'onbekend' as product_code,
  -- Of a wijk the buurt is not known: the code of its buurten without the part that tells them apart.
  'BU' || substring(wijk_code, 3, 6) as buurt_code,
  cast(null as date) as geboortemaand,
  cast(null as text) as geslacht,
  'onbekend' as verwijzer_type,
  cast(null as text) as verwijzer_code,
  soort as part,
  cast(cast(jaar as text) || '-' || substring(cast(100 + maand as text), 2, 2) || '-01' as date) as on_day,
  cents as numerator
from overige_kosten
where gemeente_code = $gemeente_code
  -- It has one time only: what it tells of months that were still to come, was not known.
  and jaar * 12 + maand <= extract(year from cast($bekend_op as date)) * 12 + extract(month from cast($bekend_op as date))
