-- Which answers do not fit the Declaratie they answer?
-- One row for each answer or answered line, and rule it breaks; regel 0 for the answer itself.
with own as (
  select declaratie_antwoord.*
  from declaratie_antwoord
  join te_beoordelen
    on te_beoordelen.gemeente_code = declaratie_antwoord.gemeente_code
    and te_beoordelen.bericht_id = declaratie_antwoord.bericht_id
    and te_beoordelen.regel = 0
  join geldig_bericht
    on geldig_bericht.gemeente_code = declaratie_antwoord.gemeente_code
    and geldig_bericht.bericht_id = declaratie_antwoord.bericht_id
),
claim as (
  select
    own.gemeente_code,
    own.bericht_id,
    own.declaratie_nummer as answered_nummer,
    declaratie.bericht_id as claim_id,
    declaratie.declaratie_nummer
  from own
  join declaratie
    on declaratie.gemeente_code = own.gemeente_code
    and declaratie.wet = own.wet
    and declaratie.aanbieder = own.aanbieder
    and declaratie.identificatie = own.declaratie_identificatie
    and declaratie.dagtekening <= own.dagtekening
),
line as (
  select
    answered.gemeente_code,
    answered.bericht_id,
    answered.regel,
    bool_or(claimed.referentie is not null) as is_claimed,
    coalesce(
      bool_or(
        claimed.client = answered.client
        and claimed.toewijzing_nummer = answered.toewijzing_nummer
        and claimed.product_categorie = answered.product_categorie
        and claimed.product_code = answered.product_code
        and claimed.begindatum = answered.begindatum
        and claimed.cents = answered.cents
      ),
      false
    ) as is_equal
  from prestatie_antwoord as answered
  join claim using (gemeente_code, bericht_id)
  left join prestatie as claimed
    on claimed.gemeente_code = claim.gemeente_code
    and claimed.bericht_id = claim.claim_id
    and claimed.referentie = answered.referentie
  group by answered.gemeente_code, answered.bericht_id, answered.regel
),
broken as (
  select 'TR337' as rule, own.gemeente_code, own.bericht_id, 0 as regel
  from own
  where not exists (
    select 1 from claim where claim.gemeente_code = own.gemeente_code and claim.bericht_id = own.bericht_id
  )
  union all
  select 'TR376', gemeente_code, bericht_id, 0
  from claim
  where answered_nummer is not null
  group by gemeente_code, bericht_id
  having not bool_or(declaratie_nummer = answered_nummer)
  union all
  select 'TR366', gemeente_code, bericht_id, regel from line where not is_claimed
  union all
  select 'TR367', gemeente_code, bericht_id, regel from line where is_claimed and not is_equal
)
select gemeente_code, bericht_id, cast(regel as integer) as regel, rule
from broken
