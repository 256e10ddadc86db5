-- How much of the budget of the same months was granted?
-- One row for each month, wet and productgroep of the begroting, up to the month of $bekend_op; and one for each granted line.
with budgeted_month as (
  select distinct wet, on_day
  from known_begroting
)
select
  gemeente_code,
  wet,
  cast(null as integer) as persoon,
  'onbekend' as aanbieder,
  'onbekend' as product_categorie,
  'begroting ' || productgroep as product_code,
  cast(null as text) as buurt_code,
  cast(null as date) as geboortemaand,
  cast(null as text) as geslacht,
  'onbekend' as verwijzer_type,
  cast(null as text) as verwijzer_code,
  on_day,
  cast(0 as bigint) as numerator,
  cents as denominator,
  cast(null as text) as left_out
from known_begroting
where on_day <= cast($bekend_op as date)
union all
select
  known_kostenregel.gemeente_code,
  known_kostenregel.wet,
  known_kostenregel.persoon,
  known_kostenregel.aanbieder,
  known_kostenregel.product_categorie,
  known_kostenregel.product_code,
  known_kostenregel.buurt_code,
  known_kostenregel.geboortemaand,
  known_kostenregel.geslacht,
  known_kostenregel.verwijzer_type,
  known_kostenregel.verwijzer_code,
  known_kostenregel.zorgmaand,
  known_kostenregel.cents,
  0,
  case when budgeted_month.wet is null then 'maand zonder begroting' end
from known_kostenregel
left join budgeted_month
  on budgeted_month.wet = known_kostenregel.wet
  and budgeted_month.on_day = known_kostenregel.zorgmaand
where known_kostenregel.is_toegekend
