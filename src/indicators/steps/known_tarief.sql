-- What a unit of a product cost at an aanbieder in each month asked, as decided by $bekend_op: the last decision counts.
-- First the tarief in that unit itself, else one per hour (04) for minutes (01) or the other way; first under the own
-- AGB-code, else under the one the aanbieder merged into.
-- One row for each month, AGB-code, wet, product and eenheid; tarief_nummer stands for the last four.
with tarief_of_code as (
  select
    contract.aanbieder,
    contract.wet,
    contract_tarief.product_code,
    contract_tarief.eenheid,
    cast(contract_tarief.tarief_cents as double precision) as cents_per_unit,
    contract_tarief.begindatum,
    coalesce(contract_tarief.einddatum, date '9999-12-31') as einddatum,
    contract_tarief.bekend_op,
    0 as distance
  from contract_tarief
  join contract
    on contract.gemeente_code = contract_tarief.gemeente_code
    and contract.contract_nummer = contract_tarief.contract_nummer
  where contract_tarief.gemeente_code = $gemeente_code
    and contract_tarief.bekend_op <= cast($bekend_op as date)
),
tarief_of_unit as (
  select * from tarief_of_code
  union all
  select
    aanbieder,
    wet,
    product_code,
    case when eenheid = '04' then '01' else '04' end as eenheid,
    case when eenheid = '04' then cents_per_unit / 60 else cents_per_unit * 60 end as cents_per_unit,
    begindatum,
    einddatum,
    bekend_op,
    1 as distance
  from tarief_of_code
  where eenheid in ('01', '04')
),
tarief_of_any_code as (
  select * from tarief_of_unit
  union all
  select
    current_aanbieder.aanbieder,
    tarief_of_unit.wet,
    tarief_of_unit.product_code,
    tarief_of_unit.eenheid,
    tarief_of_unit.cents_per_unit,
    tarief_of_unit.begindatum,
    tarief_of_unit.einddatum,
    tarief_of_unit.bekend_op,
    tarief_of_unit.distance + 2 as distance
  from tarief_of_unit
  join current_aanbieder on current_aanbieder.current_aanbieder = tarief_of_unit.aanbieder
),
ranked as (
  select
    month_asked.first_day,
    tarief_of_any_code.*,
    row_number() over (
      partition by
        month_asked.first_day,
        tarief_of_any_code.aanbieder,
        tarief_of_any_code.wet,
        tarief_of_any_code.product_code,
        tarief_of_any_code.eenheid
      order by
        tarief_of_any_code.distance,
        tarief_of_any_code.bekend_op desc,
        tarief_of_any_code.begindatum desc,
        tarief_of_any_code.cents_per_unit
    ) as choice
  from tarief_of_any_code
  join month_asked
    on tarief_of_any_code.begindatum <= month_asked.last_day
    and tarief_of_any_code.einddatum >= month_asked.first_day
)
select
  first_day,
  aanbieder,
  wet,
  product_code,
  eenheid,
  cents_per_unit,
  dense_rank() over (order by aanbieder, wet, product_code, eenheid) as tarief_nummer
from ranked
where choice = 1
