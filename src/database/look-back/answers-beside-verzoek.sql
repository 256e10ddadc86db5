-- Which requests and answers do not fit those that were sent before?
-- One row for each Bericht, line and rule it breaks, regel 0 for an Antwoord; of the Levering $levering, null is of all.
with request as (
  select distinct
    verzoek.gemeente_code,
    verzoek.bericht_id,
    -- A 317 has one reference for all its lines.
    case when verzoek.soort = 'toewijzing' then verzoek.regel else 0 end as regel,
    verzoek.wet,
    verzoek.aanbieder,
    verzoek.referentie_aanbieder,
    verzoek.dagtekening,
    bericht.release,
    bericht.levering_nummer
  from verzoek
  join bericht using (gemeente_code, bericht_id)
  join geldig_bericht using (gemeente_code, bericht_id)
),
answer as (
  select antwoord.*, bericht.release, bericht.levering_nummer
  from antwoord
  join bericht using (gemeente_code, bericht_id)
  join geldig_bericht using (gemeente_code, bericht_id)
),
own_answer as (
  select * from answer
  where cast($levering as integer) is null or levering_nummer = cast($levering as integer)
),
beside as (
  select
    own.gemeente_code,
    own.bericht_id,
    own.release,
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
    ) as is_assigned,
    exists (
      select 1 from answer as earlier
      where earlier.gemeente_code = own.gemeente_code
        and earlier.wet = own.wet
        and earlier.aanbieder = own.aanbieder
        and earlier.referentie_aanbieder = own.referentie_aanbieder
        and (earlier.dagtekening, earlier.bericht_id) < (own.dagtekening, own.bericht_id)
    ) as is_answered,
    exists (
      select 1 from answer as earlier
      where earlier.gemeente_code = own.gemeente_code
        and earlier.wet = own.wet
        and earlier.aanbieder = own.aanbieder
        and earlier.referentie_aanbieder = own.referentie_aanbieder
        and earlier.verzoek_antwoord = '1'
        and (earlier.dagtekening, earlier.bericht_id) < (own.dagtekening, own.bericht_id)
    ) as is_refused
  from own_answer as own
),
broken as (
  select 'TR347' as rule, later.gemeente_code, later.bericht_id, later.regel, later.release
  from request as later
  where (cast($levering as integer) is null or later.levering_nummer = cast($levering as integer))
    and exists (
      select 1 from request as earlier
      where earlier.gemeente_code = later.gemeente_code
        and earlier.wet = later.wet
        and earlier.aanbieder = later.aanbieder
        and earlier.referentie_aanbieder = later.referentie_aanbieder
        and (earlier.dagtekening, earlier.bericht_id) < (later.dagtekening, later.bericht_id)
    )
  union all
  select 'TR355', gemeente_code, bericht_id, 0, release from beside where not is_asked
  union all
  select 'TR359', gemeente_code, bericht_id, 0, release from beside where is_assigned
  union all
  select 'TR360', gemeente_code, bericht_id, 0, release from beside where verzoek_antwoord = '2' and is_answered
  union all
  select 'TR365', gemeente_code, bericht_id, 0, release from beside where is_refused
)
select gemeente_code, bericht_id, cast(regel as integer) as regel, release, rule
from broken
order by gemeente_code, bericht_id, regel, rule
