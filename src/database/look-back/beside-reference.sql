-- Which Berichten and lines do not fit what the gemeente knows beside the Berichten?
-- One row for each and rule it breaks, regel 0 for a Bericht. What a reference file does not speak of is not judged.
with own as (
  select prestatie.*
  from prestatie
  join te_beoordelen using (gemeente_code, bericht_id, regel)
  join geldig_bericht using (gemeente_code, bericht_id)
),
line as (
  select gemeente_code, bericht_id, regel, wet, product_categorie, product_code from toewijzing_versie
  union all
  select gemeente_code, bericht_id, regel, wet, product_categorie, product_code from start
  union all
  select gemeente_code, bericht_id, regel, wet, product_categorie, product_code from stop
  union all
  select gemeente_code, bericht_id, regel, wet, product_categorie, product_code from verzoek
  union all
  select gemeente_code, bericht_id, regel, wet, product_categorie, product_code from prestatie
),
-- A tarief per hour that is claimed in minutes shows a sixtieth of it, rounded.
agreed as (
  select
    own.gemeente_code,
    own.bericht_id,
    own.regel,
    bool_or(
      case
        when contract_tarief.eenheid = own.eenheid then contract_tarief.tarief_cents = own.tarief_cents
        else (contract_tarief.tarief_cents + 30) / 60 = own.tarief_cents
      end
    ) as is_agreed
  from own
  join contract
    on contract.gemeente_code = own.gemeente_code
    and contract.wet = own.wet
    and contract.aanbieder = own.aanbieder
  join contract_tarief
    on contract_tarief.gemeente_code = contract.gemeente_code
    and contract_tarief.contract_nummer = contract.contract_nummer
    and contract_tarief.product_code = own.product_code
    and (contract_tarief.eenheid = own.eenheid or (contract_tarief.eenheid = '04' and own.eenheid = '01'))
    and contract_tarief.begindatum <= own.einddatum
    and coalesce(contract_tarief.einddatum, date '9999-12-31') >= own.begindatum
  where own.tarief_cents is not null and own.vorige_referentie is null
  group by own.gemeente_code, own.bericht_id, own.regel
),
broken as (
  select 'TR418' as rule, gemeente_code, bericht_id, regel from agreed where not is_agreed
  union all
  select distinct 'TR381', line.gemeente_code, line.bericht_id, line.regel
  from line
  join te_beoordelen using (gemeente_code, bericht_id, regel)
  join product as known
    on known.gemeente_code = line.gemeente_code
    and known.wet = line.wet
    and known.product_code = line.product_code
  where not exists (
    select 1
    from product
    where product.gemeente_code = line.gemeente_code
      and product.wet = line.wet
      and product.product_code = line.product_code
      and product.product_categorie = line.product_categorie
  )
  union all
  select distinct 'TR135', bericht.gemeente_code, bericht.bericht_id, 0
  from bericht
  join te_beoordelen
    on te_beoordelen.gemeente_code = bericht.gemeente_code
    and te_beoordelen.bericht_id = bericht.bericht_id
    and te_beoordelen.regel = 0
  join levering on levering.levering_nummer = bericht.levering_nummer
  where bericht.dagtekening > cast(coalesce(bericht.verzonden_op, levering.begonnen_op) as date)
)
select gemeente_code, bericht_id, regel, rule
from broken
