-- Who has a line that was not granted, as known on $bekend_op?
-- One row for each wet, taakveld, aanbieder, month of care, stage and person with money in it.
select distinct
  kostenregel.wet,
  coalesce(taakveld_of_product.taakveld, 'onbekend') as taakveld,
  coalesce(current_aanbieder.current_aanbieder, kostenregel.aanbieder) as aanbieder,
  substring(cast(kostenregel.zorgmaand as varchar), 1, 7) as maand,
  case
    when kostenregel.beantwoord_op is null or kostenregel.beantwoord_op > cast($bekend_op as date) then 'waiting'
    when kostenregel.is_verworpen then 'dismissed'
    else 'refused'
  end as stage,
  kostenregel.persoon
from staande_kostenregel as kostenregel
left join taakveld_of_product
  on taakveld_of_product.wet = kostenregel.wet
  and taakveld_of_product.product_code = kostenregel.product_code
left join current_aanbieder on current_aanbieder.aanbieder = kostenregel.aanbieder
where kostenregel.gemeente_code = $gemeente_code
  and kostenregel.bekend_van <= cast($bekend_op as date)
  and kostenregel.cents <> 0
  and (
    kostenregel.beantwoord_op is null
    or kostenregel.beantwoord_op > cast($bekend_op as date)
    or kostenregel.is_verworpen
    or not kostenregel.is_toegekend
  )
order by 4, 1, 2, 3, 5, 6
