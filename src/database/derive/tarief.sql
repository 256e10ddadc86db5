-- What does a unit cost, by aanbieder and product?
-- One row for each contract_tarief, unit it can be read in and AGB-code it holds for.
with of_code as (
  select
    contract.gemeente_code,
    contract.aanbieder,
    contract.wet,
    contract_tarief.product_code,
    contract_tarief.eenheid,
    cast(contract_tarief.tarief_cents as double precision) as cents_per_eenheid,
    contract_tarief.begindatum,
    coalesce(contract_tarief.einddatum, date '9999-12-31') as einddatum,
    contract_tarief.bekend_op,
    0 as afstand
  from contract_tarief
  join contract using (gemeente_code, contract_nummer)
),
of_unit as (
  select * from of_code
  union all
  select
    gemeente_code, aanbieder, wet, product_code,
    case when eenheid = '04' then '01' else '04' end as eenheid,
    case when eenheid = '04' then cents_per_eenheid / 60 else cents_per_eenheid * 60 end as cents_per_eenheid,
    begindatum, einddatum, bekend_op,
    1 as afstand
  from of_code
  where eenheid in ('01', '04')
)
insert into tarief (
  gemeente_code, aanbieder, wet, product_code, eenheid, cents_per_eenheid, begindatum, einddatum, bekend_op, afstand
)
select * from of_unit
union all
select
  of_unit.gemeente_code, aanbieder.aanbieder, of_unit.wet, of_unit.product_code, of_unit.eenheid,
  of_unit.cents_per_eenheid, of_unit.begindatum, of_unit.einddatum, of_unit.bekend_op, of_unit.afstand + 2
from of_unit
join aanbieder
  on aanbieder.gemeente_code = of_unit.gemeente_code
  and aanbieder.opvolger = of_unit.aanbieder
  and aanbieder.aanbieder <> aanbieder.opvolger
