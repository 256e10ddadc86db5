-- Which requests and answers do not fit those that were sent before?
-- One row for each Bericht, line and rule it breaks, regel 0 for an Antwoord and for a 317, that has one reference.
-- What was refused by then counts as never sent.
with request as (
  select distinct
    verzoek.gemeente_code,
    verzoek.bericht_id,
    case when verzoek.soort = 'toewijzing' then verzoek.regel else 0 end as regel,
    verzoek.wet,
    verzoek.aanbieder,
    verzoek.referentie_aanbieder,
    verzoek.dagtekening,
    geldig_bericht.bekend_tot
  from verzoek
  join geldig_bericht using (gemeente_code, bericht_id)
),
answer as (
  select antwoord.*, geldig_bericht.bekend_tot
  from antwoord
  join geldig_bericht using (gemeente_code, bericht_id)
),
own_answer as (
  select answer.*
  from answer
  join te_beoordelen
    on te_beoordelen.gemeente_code = answer.gemeente_code
    and te_beoordelen.bericht_id = answer.bericht_id
    and te_beoordelen.regel = 0
),
beside as (
  select
    own.gemeente_code,
    own.bericht_id,
    own.verzoek_antwoord,
    exists (
      select 1 from request
      where request.gemeente_code = own.gemeente_code
        and request.wet = own.wet
        and request.aanbieder = own.aanbieder
        and request.referentie_aanbieder = own.referentie_aanbieder
        and request.dagtekening <= own.dagtekening
    ) as is_asked,
    exists (
      select 1
      from toewijzing_versie
      join geldig_bericht using (gemeente_code, bericht_id)
      where toewijzing_versie.gemeente_code = own.gemeente_code
        and toewijzing_versie.wet = own.wet
        and toewijzing_versie.aanbieder = own.aanbieder
        and toewijzing_versie.referentie_aanbieder = own.referentie_aanbieder
        and toewijzing_versie.dagtekening < own.dagtekening
        and geldig_bericht.bekend_tot > own.dagtekening
    ) as is_assigned,
    exists (
      select 1 from answer as earlier
      where earlier.gemeente_code = own.gemeente_code
        and earlier.wet = own.wet
        and earlier.aanbieder = own.aanbieder
        and earlier.referentie_aanbieder = own.referentie_aanbieder
        and earlier.bekend_tot > own.dagtekening
        and (earlier.dagtekening, earlier.bericht_id) < (own.dagtekening, own.bericht_id)
    ) as is_answered,
    exists (
      select 1 from answer as earlier
      where earlier.gemeente_code = own.gemeente_code
        and earlier.wet = own.wet
        and earlier.aanbieder = own.aanbieder
        and earlier.referentie_aanbieder = own.referentie_aanbieder
        and earlier.verzoek_antwoord = '1'
        and earlier.bekend_tot > own.dagtekening
        and (earlier.dagtekening, earlier.bericht_id) < (own.dagtekening, own.bericht_id)
    ) as is_refused
  from own_answer as own
),
broken as (
  select 'TR347' as rule, later.gemeente_code, later.bericht_id, later.regel
  from request as later
  join te_beoordelen using (gemeente_code, bericht_id, regel)
  where exists (
    select 1 from request as earlier
    where earlier.gemeente_code = later.gemeente_code
      and earlier.wet = later.wet
      and earlier.aanbieder = later.aanbieder
      and earlier.referentie_aanbieder = later.referentie_aanbieder
      and earlier.bekend_tot > later.dagtekening
      and (earlier.dagtekening, earlier.bericht_id) < (later.dagtekening, later.bericht_id)
  )
  union all
  select 'TR355', gemeente_code, bericht_id, 0 from beside where not is_asked
  union all
  select 'TR359', gemeente_code, bericht_id, 0 from beside where is_assigned
  union all
  select 'TR360', gemeente_code, bericht_id, 0 from beside where verzoek_antwoord = '2' and is_answered
  union all
  select 'TR365', gemeente_code, bericht_id, 0 from beside where is_refused
)
select gemeente_code, bericht_id, cast(regel as integer) as regel, rule
from broken
