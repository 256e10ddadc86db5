-- How much of the granted money of each month of care was known at each age, in cents?
-- One row for each taakveld (with wet) or aanbieder, as $per says, month of care and age; ages as in completeness.sql.
with by_day as (
  select
    case
      when $per = 'taakveld' then kostenregel.wet || ' ' || coalesce(taakveld_of_product.taakveld, 'onbekend')
      else coalesce(current_aanbieder.current_aanbieder, kostenregel.aanbieder)
    end as sleutel,
    kostenregel.zorgmaand,
    kostenregel.beantwoord_op,
    sum(kostenregel.cents) as cents
  from staande_kostenregel as kostenregel
  left join taakveld_of_product
    on taakveld_of_product.wet = kostenregel.wet
    and taakveld_of_product.product_code = kostenregel.product_code
  left join current_aanbieder on current_aanbieder.aanbieder = kostenregel.aanbieder
  where kostenregel.gemeente_code = $gemeente_code
    and kostenregel.is_toegekend
    and kostenregel.beantwoord_op <= cast($bekend_op as date)
    and ($wet = '' or kostenregel.wet = $wet)
  group by 1, kostenregel.zorgmaand, kostenregel.beantwoord_op
)
select
  sleutel,
  substring(cast(zorgmaand as varchar), 1, 7) as maand,
  cast(
    greatest(
      (extract(year from beantwoord_op) - extract(year from zorgmaand)) * 12
        + extract(month from beantwoord_op) - extract(month from zorgmaand)
        + case when extract(day from beantwoord_op) > extract(day from cast($bekend_op as date)) then 1 else 0 end,
      0
    ) as integer
  ) as age,
  cast(sum(cents) as bigint) as cents
from by_day
group by 1, 2, 3
