-- What was claimed and what became of it, and when was it granted, as known on $bekend_op?
-- One row for each wet, taakveld and aanbieder, month of care and month of granting ('' when it was not granted).
with line as (
  select
    kostenregel.wet,
    coalesce(taakveld_of_product.taakveld, 'onbekend') as taakveld,
    coalesce(current_aanbieder.current_aanbieder, kostenregel.aanbieder) as aanbieder,
    kostenregel.zorgmaand,
    kostenregel.persoon,
    kostenregel.cents,
    case when kostenregel.beantwoord_op <= cast($bekend_op as date) then kostenregel.beantwoord_op end as answered_on,
    kostenregel.is_toegekend,
    kostenregel.is_verworpen
  from staande_kostenregel as kostenregel
  left join taakveld_of_product
    on taakveld_of_product.wet = kostenregel.wet
    and taakveld_of_product.product_code = kostenregel.product_code
  left join current_aanbieder on current_aanbieder.aanbieder = kostenregel.aanbieder
  where kostenregel.gemeente_code = $gemeente_code
    and kostenregel.bekend_van <= cast($bekend_op as date)
    and ($wet = '' or kostenregel.wet = $wet)
    and ($aanbieder = '' or coalesce(current_aanbieder.current_aanbieder, kostenregel.aanbieder) = $aanbieder)
    and ($eigen = '' or $eigen like '%,' || kostenregel.aanbieder || ',%')
)
select
  wet,
  taakveld,
  aanbieder,
  substring(cast(zorgmaand as varchar), 1, 7) as maand,
  case when answered_on is not null and is_toegekend then substring(cast(answered_on as varchar), 1, 7) else '' end
    as toegekend_in,
  cast(sum(cents) as bigint) as ingediend,
  cast(coalesce(sum(case when answered_on is not null and is_verworpen then cents end), 0) as bigint) as geweigerd,
  cast(coalesce(sum(case when answered_on is not null and not is_toegekend and not is_verworpen then cents end), 0)
    as bigint) as afgekeurd,
  cast(coalesce(sum(case when answered_on is null then cents end), 0) as bigint) as wacht,
  cast(coalesce(sum(case when answered_on is not null and is_toegekend then cents end), 0) as bigint) as toegekend
from line
where zorgmaand between cast($van as date) and cast($tot as date)
  or (
    answered_on is not null
    and is_toegekend
    and answered_on >= cast($van as date)
    and answered_on < cast(cast($tot as date) + interval '1 month' as date)
  )
group by wet, taakveld, aanbieder, 4, 5
order by wet, taakveld, aanbieder, 4, 5
