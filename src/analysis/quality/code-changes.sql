-- Which products and prices changed in each year, and does all that was claimed still map?
-- One row for each year of care and wet with claims.
with claimed as (
  select
    kostenregel.wet,
    cast(extract(year from kostenregel.zorgmaand) as integer) as jaar,
    kostenregel.product_code,
    kostenregel.aanbieder,
    kostenregel.eenheid
  from staande_kostenregel as kostenregel
  where kostenregel.gemeente_code = $gemeente_code
    and kostenregel.bekend_van <= cast($bekend_op as date)
    and not kostenregel.is_credit
    and ($eigen = '' or $eigen like '%,' || kostenregel.aanbieder || ',%')
    and kostenregel.is_toegekend is distinct from false
  group by kostenregel.wet, 2, kostenregel.product_code, kostenregel.aanbieder, kostenregel.eenheid
),
product_of_year as (
  select distinct wet, jaar, product_code from claimed
),
known_product as (
  select wet, product_code, min(vervangt) as vervangt
  from product
  where gemeente_code = $gemeente_code
  group by wet, product_code
),
codes as (
  select
    product_of_year.wet,
    product_of_year.jaar,
    count(*) as codes,
    sum(case when known_product.product_code is null then 1 else 0 end) as zonder_indeling,
    sum(case when before.product_code is null then 1 else 0 end) as nieuw,
    sum(case when known_product.vervangt is not null and before.product_code is null then 1 else 0 end) as vervangen
  from product_of_year
  left join known_product
    on known_product.wet = product_of_year.wet
    and known_product.product_code = product_of_year.product_code
  left join product_of_year as before
    on before.wet = product_of_year.wet
    and before.product_code = product_of_year.product_code
    and before.jaar = product_of_year.jaar - 1
  group by product_of_year.wet, product_of_year.jaar
),
price as (
  select
    aanbieder, wet, product_code, eenheid,
    cast(extract(year from begindatum) as integer) as jaar,
    max(cents_per_eenheid) as cents,
    max(case when bekend_op > begindatum then 1 else 0 end) as is_late
  from tarief
  where gemeente_code = $gemeente_code
    and afstand = 0
    and bekend_op <= cast($bekend_op as date)
    and ($eigen = '' or $eigen like '%,' || aanbieder || ',%')
  group by aanbieder, wet, product_code, eenheid, cast(extract(year from begindatum) as integer)
),
prices as (
  select
    price.wet,
    price.jaar,
    count(*) as tarieven,
    sum(case when before.cents is not null and before.cents <> price.cents then 1 else 0 end) as gewijzigd,
    sum(price.is_late) as achteraf,
    avg(case when before.cents > 0 then price.cents / before.cents end) as verhouding
  from price
  left join price as before
    on before.aanbieder = price.aanbieder
    and before.wet = price.wet
    and before.product_code = price.product_code
    and before.eenheid = price.eenheid
    and before.jaar = price.jaar - 1
  group by price.wet, price.jaar
)
select
  codes.wet,
  codes.jaar,
  cast(codes.codes as bigint) as codes,
  cast(codes.nieuw as bigint) as nieuw,
  cast(codes.vervangen as bigint) as vervangen,
  cast(codes.zonder_indeling as bigint) as zonder_indeling,
  cast(coalesce(prices.tarieven, 0) as bigint) as tarieven,
  cast(coalesce(prices.gewijzigd, 0) as bigint) as gewijzigd,
  cast(coalesce(prices.achteraf, 0) as bigint) as achteraf,
  cast(prices.verhouding as double precision) as verhouding
from codes
left join prices
  on prices.wet = codes.wet
  and prices.jaar = codes.jaar
order by codes.jaar desc, codes.wet
