-- Which part of the granted euros had no price in a contract?
-- One row for each granted line; a credit is a line with a negative amount.
with contract_of_code as (
  select aanbieder, wet, contract_nummer, begindatum, coalesce(einddatum, date '9999-12-31') as einddatum
  from contract
  where gemeente_code = $gemeente_code
),
contract_of_any_code as (
  select * from contract_of_code
  union all
  select
    current_aanbieder.aanbieder,
    contract_of_code.wet,
    contract_of_code.contract_nummer,
    contract_of_code.begindatum,
    contract_of_code.einddatum
  from contract_of_code
  join current_aanbieder on current_aanbieder.current_aanbieder = contract_of_code.aanbieder
),
granted_month as (
  select distinct
    known_kostenregel.aanbieder,
    known_kostenregel.wet,
    known_kostenregel.product_code,
    known_kostenregel.eenheid,
    month_asked.first_day,
    month_asked.last_day
  from known_kostenregel
  join month_asked on month_asked.first_day = known_kostenregel.zorgmaand
  where known_kostenregel.is_toegekend
),
agreed_month as (
  select distinct
    granted_month.aanbieder,
    granted_month.wet,
    granted_month.product_code,
    granted_month.eenheid,
    granted_month.first_day
  from granted_month
  join contract_of_any_code
    on contract_of_any_code.aanbieder = granted_month.aanbieder
    and contract_of_any_code.wet = granted_month.wet
    and contract_of_any_code.begindatum <= granted_month.last_day
    and contract_of_any_code.einddatum >= granted_month.first_day
  left join contract_tarief
    on contract_tarief.gemeente_code = $gemeente_code
    and contract_tarief.contract_nummer = contract_of_any_code.contract_nummer
    and contract_tarief.product_code = granted_month.product_code
    and contract_tarief.bekend_op <= cast($bekend_op as date)
    and contract_tarief.begindatum <= granted_month.last_day
    and coalesce(contract_tarief.einddatum, date '9999-12-31') >= granted_month.first_day
  where granted_month.eenheid = '83'
    or contract_tarief.product_code is not null
)
select
  known_kostenregel.*,
  known_kostenregel.zorgmaand as on_day,
  case when agreed_month.aanbieder is null then known_kostenregel.cents else 0 end as numerator,
  known_kostenregel.cents as denominator
from known_kostenregel
left join agreed_month
  on agreed_month.aanbieder = known_kostenregel.aanbieder
  and agreed_month.wet = known_kostenregel.wet
  and agreed_month.product_code = known_kostenregel.product_code
  and agreed_month.eenheid = known_kostenregel.eenheid
  and agreed_month.first_day = known_kostenregel.zorgmaand
where known_kostenregel.is_toegekend
  and exists (select 1 from contract_of_code)
