-- Which claimed lines have a product that no file divides, or a product whose price stopped at a change of year?
-- One row for each gemeente and line, until it is refused. A gemeente that delivered no products, or an aanbieder of
-- whose product no price was ever delivered, has nothing that could have gone on.
with listed as (
  select distinct gemeente_code, wet from product
),
divided as (
  select distinct gemeente_code, wet, product_code from product
),
claimed_code as (
  select distinct gemeente_code, wet, aanbieder, product_code, eenheid, zorgmaand from staande_kostenregel as kostenregel where not is_credit
),
undivided as (
  select claimed_code.*
  from claimed_code
  join listed using (gemeente_code, wet)
  left join divided using (gemeente_code, wet, product_code)
  where divided.product_code is null
),
unpriced as (
  select claimed_code.*
  from claimed_code
  left join tarief
    on tarief.gemeente_code = claimed_code.gemeente_code
    and tarief.aanbieder = claimed_code.aanbieder
    and tarief.wet = claimed_code.wet
    and tarief.product_code = claimed_code.product_code
    and tarief.eenheid = claimed_code.eenheid
  where claimed_code.eenheid <> '83'
  group by
    claimed_code.gemeente_code, claimed_code.wet, claimed_code.aanbieder, claimed_code.product_code,
    claimed_code.eenheid, claimed_code.zorgmaand
  having sum(case when tarief.begindatum <= claimed_code.zorgmaand and tarief.einddatum < claimed_code.zorgmaand
      then 1 else 0 end) > 0
    and sum(case when tarief.begindatum <= cast(claimed_code.zorgmaand + interval '1 month' as date) - 1
      and tarief.einddatum >= claimed_code.zorgmaand then 1 else 0 end) = 0
),
unmapped as (
  select * from undivided
  union
  select * from unpriced
),
open_line as (
  select
    kostenregel.*,
    least(date '9999-12-31', case when not is_toegekend then beantwoord_op end) as until
  from staande_kostenregel as kostenregel
  join unmapped using (gemeente_code, wet, aanbieder, product_code, eenheid, zorgmaand)
  where not is_credit
)
insert into gebrek (
  gemeente_code, controle, wet, aanbieder, persoon, product_categorie, product_code, buurt_code, soort, bericht_id, regel,
  toewijzing_nummer, begindatum, maand, sinds, cents, hersteld_cents, hersteld_einddatum, hersteld_persoon,
  hersteld_aanbieder, bekend_van, bekend_tot
)
select
  gemeente_code, 'code-zonder-indeling', wet, aanbieder, persoon, product_categorie, product_code, buurt_code, '323',
  bericht_id, regel, toewijzing_nummer, null, zorgmaand, bekend_van, cents, null, null, null, null, bekend_van, until
from open_line
where bekend_van < until
