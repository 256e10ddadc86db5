-- Who of the people with jeugdhulp stayed elsewhere overnight, in each period?
-- One row for each stretch of jeugdhulp and each period in which it ran.
with overnight as (
  select distinct product_code
  from product
  where gemeente_code = $gemeente_code
    and wet = 'Jeugdwet'
    and eenheid = '14'
)
select
  helped_in_period.*,
  case when product_categorie in ('43', '44') or overnight.product_code is not null then 1 else 0 end as numerator
from helped_in_period
left join overnight
  on overnight.product_code = helped_in_period.product_code
where wet = 'Jeugdwet'
  and coalesce(product_categorie, '') not in ('47', '48')
