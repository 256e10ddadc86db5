-- Which claimed lines have another tarief than the contract says for their month?
-- One row for each gemeente, line and span of days in which that was so: until it is refused or taken back, or another
-- tarief is decided. Half a cent is rounding: IV081 lets a price per minute be rounded.
with claimed_price as (
  select distinct gemeente_code, aanbieder, wet, product_code, eenheid, zorgmaand, tarief_cents
  from staande_kostenregel as kostenregel
  where tarief_cents is not null
    and not is_credit
),
nearest as (
  select
    claimed_price.*,
    tarief.cents_per_eenheid,
    tarief.bekend_op,
    tarief.afstand,
    min(tarief.afstand) over (
      partition by
        claimed_price.gemeente_code, claimed_price.aanbieder, claimed_price.wet, claimed_price.product_code,
        claimed_price.eenheid, claimed_price.zorgmaand, claimed_price.tarief_cents
    ) as least_afstand
  from claimed_price
  join tarief
    on tarief.gemeente_code = claimed_price.gemeente_code
    and tarief.aanbieder = claimed_price.aanbieder
    and tarief.wet = claimed_price.wet
    and tarief.product_code = claimed_price.product_code
    and tarief.eenheid = claimed_price.eenheid
    and tarief.begindatum <= claimed_price.zorgmaand
    and tarief.einddatum >= claimed_price.zorgmaand
),
decided as (
  select
    nearest.*,
    coalesce(
      lead(bekend_op) over (
        partition by gemeente_code, aanbieder, wet, product_code, eenheid, zorgmaand, tarief_cents
        order by bekend_op, cents_per_eenheid
      ),
      date '9999-12-31'
    ) as decided_until
  from nearest
  where afstand = least_afstand
),
deviating as (
  select kostenregel.*, decided.cents_per_eenheid, decided.bekend_op as decided_on, decided.decided_until
  from staande_kostenregel as kostenregel
  join decided using (gemeente_code, aanbieder, wet, product_code, eenheid, zorgmaand, tarief_cents)
  where not kostenregel.is_credit
    and abs(decided.tarief_cents - decided.cents_per_eenheid) > 0.5001
),
credited as (
  select
    deviating.gemeente_code, deviating.bericht_id, deviating.regel, min(credit_line.bekend_van) as credited_on
  from deviating
  join prestatie
    on prestatie.gemeente_code = deviating.gemeente_code
    and prestatie.bericht_id = deviating.bericht_id
    and prestatie.regel = deviating.regel
  join prestatie as credit
    on credit.gemeente_code = prestatie.gemeente_code
    and credit.wet = prestatie.wet
    and credit.aanbieder = prestatie.aanbieder
    and credit.vorige_referentie = prestatie.referentie
    and credit.client = prestatie.client
  join staande_kostenregel as credit_line
    on credit_line.gemeente_code = credit.gemeente_code
    and credit_line.bericht_id = credit.bericht_id
    and credit_line.regel = credit.regel
    and credit_line.is_credit
    and credit_line.is_toegekend is distinct from false
  group by deviating.gemeente_code, deviating.bericht_id, deviating.regel
),
open_line as (
  select
    deviating.*,
    cast(floor(deviating.volume * deviating.cents_per_eenheid + 0.5) as bigint) as cents_of_contract,
    greatest(deviating.bekend_van, deviating.decided_on) as since,
    least(
      deviating.decided_until,
      credited.credited_on,
      case when not deviating.is_toegekend then deviating.beantwoord_op end
    ) as until
  from deviating
  left join credited using (gemeente_code, bericht_id, regel)
)
insert into gebrek (
  gemeente_code, controle, wet, aanbieder, persoon, product_categorie, product_code, buurt_code, soort, bericht_id, regel,
  toewijzing_nummer, begindatum, maand, sinds, cents, hersteld_cents, hersteld_einddatum, hersteld_persoon,
  hersteld_aanbieder, bekend_van, bekend_tot
)
select
  gemeente_code, 'ander-tarief', wet, aanbieder, persoon, product_categorie, product_code, buurt_code, '323', bericht_id,
  regel, toewijzing_nummer, null, zorgmaand, min(since) over (partition by gemeente_code, bericht_id, regel),
  abs(cents - cents_of_contract), cents_of_contract, null, null, null, since, until
from open_line
where since < until
  and cents <> cents_of_contract
