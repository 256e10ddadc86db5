-- Which lines claim again what an earlier line claimed, and both stand?
-- One row for each gemeente and second line: same client, Toewijzing, product, unit and first day. It is over once one
-- of the two is refused or taken back.
with repeated as (
  select gemeente_code, wet, persoon, toewijzing_nummer, product_code, eenheid, begindatum
  from staande_kostenregel as kostenregel
  where not is_credit
  group by gemeente_code, wet, persoon, toewijzing_nummer, product_code, eenheid, begindatum
  having count(*) > 1
),
line as (
  select kostenregel.*
  from staande_kostenregel as kostenregel
  join repeated using (gemeente_code, wet, persoon, toewijzing_nummer, product_code, eenheid, begindatum)
  where not kostenregel.is_credit
),
credited as (
  select line.gemeente_code, line.bericht_id, line.regel, min(credit_line.bekend_van) as credited_on
  from line
  join prestatie
    on prestatie.gemeente_code = line.gemeente_code
    and prestatie.bericht_id = line.bericht_id
    and prestatie.regel = line.regel
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
  group by line.gemeente_code, line.bericht_id, line.regel
),
standing as (
  select
    line.*,
    least(
      date '9999-12-31', credited.credited_on, case when not line.is_toegekend then line.beantwoord_op end
    ) as until,
    row_number() over (
      partition by
        line.gemeente_code, line.wet, line.persoon, line.toewijzing_nummer, line.product_code, line.eenheid,
        line.begindatum
      order by line.bekend_van, line.bericht_id, line.regel
    ) as place
  from line
  left join credited using (gemeente_code, bericht_id, regel)
)
insert into gebrek (
  gemeente_code, controle, wet, aanbieder, persoon, product_categorie, product_code, buurt_code, soort, bericht_id, regel,
  toewijzing_nummer, begindatum, maand, sinds, cents, hersteld_cents, hersteld_einddatum, hersteld_persoon,
  hersteld_aanbieder, bekend_van, bekend_tot
)
select
  second.gemeente_code, 'dubbele-declaratie', second.wet, second.aanbieder, second.persoon, second.product_categorie,
  second.product_code, second.buurt_code, '323', second.bericht_id, second.regel, second.toewijzing_nummer, null,
  second.zorgmaand, second.bekend_van, second.cents, null, null, null, null, second.bekend_van,
  max(least(first.until, second.until))
from standing as second
join standing as first using (gemeente_code, wet, persoon, toewijzing_nummer, product_code, eenheid, begindatum)
where first.place < second.place
  and first.until > second.bekend_van
  and second.until > second.bekend_van
group by
  second.gemeente_code, second.wet, second.aanbieder, second.persoon, second.product_categorie, second.product_code,
  second.buurt_code, second.bericht_id, second.regel, second.toewijzing_nummer, second.zorgmaand, second.bekend_van,
  second.cents
