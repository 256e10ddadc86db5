-- The waiting lists as aanbieders last told of them in each period: those of the last month in it with a list, and in that
-- month the last one of each aanbieder and product. One row for each period, aanbieder and product.
with told as (
  select
    period_asked.period,
    wachtlijst.aanbieder,
    wachtlijst.product_code,
    wachtlijst.peildatum,
    wachtlijst.wachtenden,
    wachtlijst.weken,
    dense_rank() over (
      partition by period_asked.period
      order by date_trunc('month', wachtlijst.peildatum) desc
    ) as month_from_end,
    row_number() over (
      partition by period_asked.period, wachtlijst.aanbieder, wachtlijst.product_code
      order by wachtlijst.peildatum desc
    ) as list_from_end
  from wachtlijst
  join period_asked on wachtlijst.peildatum between period_asked.first_day and period_asked.last_day
  where wachtlijst.gemeente_code = $gemeente_code
    and wachtlijst.peildatum <= cast($bekend_op as date)
),
-- A list names the product only; which wet and categorie that is, stands in the list of products.
known_product as (
  select product_code, min(wet) as wet, min(product_categorie) as product_categorie
  from product
  where gemeente_code = $gemeente_code
  group by product_code
)
select
  $gemeente_code as gemeente_code,
  coalesce(known_product.wet, 'onbekend') as wet,
  cast(null as integer) as persoon,
  told.aanbieder,
  coalesce(known_product.product_categorie, 'onbekend') as product_categorie,
  told.product_code,
  cast(null as text) as buurt_code,
  cast(null as date) as geboortemaand,
  cast(null as text) as geslacht,
  'onbekend' as verwijzer_type,
  cast(null as text) as verwijzer_code,
  told.period,
  told.peildatum as on_day,
  told.wachtenden,
  told.weken
from told
left join known_product on known_product.product_code = told.product_code
where told.month_from_end = 1
  and told.list_from_end = 1
