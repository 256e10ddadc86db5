-- Which Prestaties and Declaraties do not fit those that the same aanbieder sent before?
-- One row for each and rule it breaks, regel 0 for a Declaratie.
-- A claim that was refused as a whole counts as never sent.
with sent as (
  select prestatie.*, kostenregel.is_toegekend
  from prestatie
  join kostenregel using (gemeente_code, bericht_id, regel)
  where not kostenregel.is_verworpen
),
own as (
  select prestatie.*
  from prestatie
  join te_beoordelen using (gemeente_code, bericht_id, regel)
  join geldig_bericht using (gemeente_code, bericht_id)
),
-- What each credit line takes back.
beside as (
  select
    own.gemeente_code,
    own.bericht_id,
    own.regel,
    -- No answer yet is no refusal.
    coalesce(
      bool_or(
        earlier.referentie = own.vorige_referentie and earlier.vorige_referentie is null
        and coalesce(earlier.is_toegekend, true)
      ),
      false
    ) as has_granted_debit,
    coalesce(
      bool_or(earlier.vorige_referentie = own.vorige_referentie and coalesce(earlier.is_toegekend, true)), false
    ) as is_taken_back
  from own
  left join sent as earlier
    on earlier.gemeente_code = own.gemeente_code
    and earlier.wet = own.wet
    and earlier.aanbieder = own.aanbieder
    and (earlier.dagtekening, earlier.bericht_id) < (own.dagtekening, own.bericht_id)
    and earlier.toewijzing_nummer = own.toewijzing_nummer
  where own.vorige_referentie is not null
  group by own.gemeente_code, own.bericht_id, own.regel
),
debit_twice as (
  select distinct own.gemeente_code, own.bericht_id, own.regel
  from own
  join sent as earlier
    on earlier.gemeente_code = own.gemeente_code
    and earlier.wet = own.wet
    and earlier.aanbieder = own.aanbieder
    and earlier.toewijzing_nummer = own.toewijzing_nummer
    and earlier.product_categorie = own.product_categorie
    and earlier.product_code = own.product_code
    and earlier.begindatum = own.begindatum
    and earlier.einddatum = own.einddatum
    and (earlier.dagtekening, earlier.bericht_id) < (own.dagtekening, own.bericht_id)
  where own.vorige_referentie is null
    and earlier.vorige_referentie is null
    and coalesce(earlier.is_toegekend, true)
    -- A credit line in the same Bericht makes way for it as well as an earlier one.
    and not exists (
      select 1
      from prestatie as credit
      where credit.gemeente_code = earlier.gemeente_code
        and credit.wet = earlier.wet
        and credit.aanbieder = earlier.aanbieder
        and credit.toewijzing_nummer = earlier.toewijzing_nummer
        and credit.vorige_referentie = earlier.referentie
        and (credit.dagtekening, credit.bericht_id) <= (own.dagtekening, own.bericht_id)
    )
),
reference_twice as (
  select distinct own.gemeente_code, own.bericht_id, own.regel
  from own
  join sent as earlier
    on earlier.gemeente_code = own.gemeente_code
    and earlier.wet = own.wet
    and earlier.aanbieder = own.aanbieder
    and earlier.referentie = own.referentie
    and (earlier.dagtekening, earlier.bericht_id) < (own.dagtekening, own.bericht_id)
),
number_twice as (
  select distinct later.gemeente_code, later.bericht_id, 0 as regel
  from declaratie as later
  join te_beoordelen
    on te_beoordelen.gemeente_code = later.gemeente_code
    and te_beoordelen.bericht_id = later.bericht_id
    and te_beoordelen.regel = 0
  join geldig_bericht
    on geldig_bericht.gemeente_code = later.gemeente_code
    and geldig_bericht.bericht_id = later.bericht_id
  join declaratie as earlier
    on earlier.gemeente_code = later.gemeente_code
    and earlier.wet = later.wet
    and earlier.aanbieder = later.aanbieder
    and earlier.declaratie_nummer = later.declaratie_nummer
    and (earlier.dagtekening, earlier.bericht_id) < (later.dagtekening, later.bericht_id)
  -- Every Declaratie has a Prestatie, so one that was not refused as a whole has one that was sent.
  where exists (
    select 1 from sent where sent.gemeente_code = earlier.gemeente_code and sent.bericht_id = earlier.bericht_id
  )
),
broken as (
  select 'TR314' as rule, reference_twice.* from reference_twice
  union all
  select 'TR333', number_twice.* from number_twice
  union all
  select 'TR389', debit_twice.* from debit_twice
  union all
  select 'TR323', gemeente_code, bericht_id, regel from beside where not has_granted_debit
  union all
  select 'TR390', gemeente_code, bericht_id, regel from beside where is_taken_back
)
select gemeente_code, bericht_id, cast(regel as integer) as regel, rule
from broken
