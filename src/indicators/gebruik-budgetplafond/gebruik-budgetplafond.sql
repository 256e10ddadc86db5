-- How much of the plafond of the same months was granted?
-- One row for each contract with a plafond and month in which it was valid, up to the month of $bekend_op; and one for each
-- granted line under such a contract.
with capped as (
  select
    contract.gemeente_code,
    contract.aanbieder,
    contract.wet,
    contract.variant,
    month_asked.first_day,
    -- A twelfth in whole cents, so that twelve of them are the plafond.
    contract.plafond_cents * cast(extract(month from month_asked.first_day) as integer) / 12
      - contract.plafond_cents * (cast(extract(month from month_asked.first_day) as integer) - 1) / 12 as cents
  from contract
  join month_asked
    on contract.begindatum <= month_asked.last_day
    and coalesce(contract.einddatum, date '9999-12-31') >= month_asked.first_day
  where contract.gemeente_code = $gemeente_code
    and contract.plafond_cents is not null
    and month_asked.first_day <= cast($bekend_op as date)
),
capped_month as (
  select distinct aanbieder, wet, variant, first_day
  from capped
)
select
  gemeente_code,
  wet,
  cast(null as integer) as persoon,
  aanbieder as aanbieder,
  'onbekend' as product_categorie,
  'onbekend' as product_code,
  cast(null as text) as buurt_code,
  cast(null as date) as geboortemaand,
  cast(null as text) as geslacht,
  'onbekend' as verwijzer_type,
  cast(null as text) as verwijzer_code,
  first_day as on_day,
  cast(0 as bigint) as numerator,
  cents as denominator,
  cast(null as text) as left_out
from capped
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
  case when kind_of_code.variant is null then 'product niet in de productenlijst' end
from known_kostenregel
left join kind_of_code
  on kind_of_code.wet = known_kostenregel.wet
  and kind_of_code.product_code = known_kostenregel.product_code
join capped_month
  on capped_month.aanbieder = known_kostenregel.aanbieder
  and capped_month.wet = known_kostenregel.wet
  and capped_month.first_day = known_kostenregel.zorgmaand
  and capped_month.variant = coalesce(kind_of_code.variant, capped_month.variant)
where known_kostenregel.is_toegekend
