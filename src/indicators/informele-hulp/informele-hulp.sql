-- How many people can volunteers and neighbours help?
-- One row for each period that had begun and each offer that needs no Toewijzing, in its wijk.
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
  period_asked.period,
  period_asked.last_day as on_day,
  -- Where there is another offer and none of this kind, there are no places, which is not the same as not knowing.
  case when voorliggend.soort = 'informeel' then voorliggend.plaatsen else 0 end as numerator
from voorliggend
cross join period_asked
where voorliggend.gemeente_code = $gemeente_code
  and (voorliggend.soort <> 'informeel' or voorliggend.plaatsen is not null)
  and period_asked.first_day <= cast($bekend_op as date)
