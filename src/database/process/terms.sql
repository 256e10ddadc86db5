-- How often was a term kept?
-- One row for each gemeente, rule, wet, aanbieder, month in which the term began, outcome and number of days it took.
-- When a Bericht was received does not stand in it: the envelope says when it was sent, else its Dagtekening.
with sent as (
  select distinct
    gemeente_code, bericht_id, wet, soort, aanbieder, identificatie, dagtekening,
    coalesce(cast(verzonden_op as date), dagtekening) as sent_on
  from bericht
  where aanbieder is not null
),
data_end as (
  select gemeente_code, max(dagtekening) as last_day from bericht group by gemeente_code
),
answer as (
  select gemeente_code, wet, soort, aanbieder, identificatie, dagtekening, min(dagtekening_retour) as answered_on
  from retour
  group by gemeente_code, wet, soort, aanbieder, identificatie, dagtekening
),
-- A gemeente that keeps no answers of a kind cannot miss them.
kept as (
  select distinct gemeente_code, wet, soort from retour
),
claim_answer as (
  select gemeente_code, wet, aanbieder, declaratie_identificatie, min(dagtekening) as answered_on
  from declaratie_antwoord
  group by gemeente_code, wet, aanbieder, declaratie_identificatie
),
kept_claim_answer as (
  select distinct gemeente_code, wet from declaratie_antwoord
),
first_version as (
  select gemeente_code, wet, aanbieder, toewijzing_nummer, min(dagtekening) as assigned_on
  from toewijzing_versie
  group by gemeente_code, wet, aanbieder, toewijzing_nummer
),
valid_start as (
  select start.*
  from start
  join geldig_bericht using (gemeente_code, bericht_id)
),
valid_stop as (
  select stop.*
  from stop
  join geldig_bericht using (gemeente_code, bericht_id)
),
-- A 317 is one request, a 315 one for each product.
request as (
  select distinct
    verzoek.gemeente_code, verzoek.wet, verzoek.aanbieder, verzoek.referentie_aanbieder, verzoek.dagtekening,
    verzoek.soort = 'toewijzing' as is_new
  from verzoek
  join geldig_bericht using (gemeente_code, bericht_id)
),
granted as (
  select gemeente_code, wet, aanbieder, referentie_aanbieder, min(dagtekening) as granted_on
  from toewijzing_versie
  where referentie_aanbieder is not null
  group by gemeente_code, wet, aanbieder, referentie_aanbieder
),
reaction as (
  select
    gemeente_code, wet, aanbieder, referentie_aanbieder,
    min(dagtekening) as reacted_on,
    min(dagtekening) filter (where verzoek_antwoord = '1') as refused_on,
    min(dagtekening) filter (where reden_afwijzing = '8') as elsewhere_on
  from antwoord
  group by gemeente_code, wet, aanbieder, referentie_aanbieder
),
reacted as (
  select
    request.*,
    least(
      coalesce(granted.granted_on, date '9999-12-31'), coalesce(reaction.reacted_on, date '9999-12-31')
    ) as first_on,
    least(
      coalesce(granted.granted_on, date '9999-12-31'), coalesce(reaction.refused_on, date '9999-12-31')
    ) as decided_on,
    reaction.elsewhere_on
  from request
  left join granted
    on granted.gemeente_code = request.gemeente_code
    and granted.wet = request.wet
    and granted.aanbieder = request.aanbieder
    and granted.referentie_aanbieder = request.referentie_aanbieder
  left join reaction
    on reaction.gemeente_code = request.gemeente_code
    and reaction.wet = request.wet
    and reaction.aanbieder = request.aanbieder
    and reaction.referentie_aanbieder = request.referentie_aanbieder
),
event as (
  select sent.gemeente_code, 'OP090' as regel, sent.wet, sent.aanbieder, sent.sent_on as since,
    answer.answered_on as done_on, 3 as term, true as is_working_days
  from sent
  join kept using (gemeente_code, wet, soort)
  left join answer using (gemeente_code, wet, soort, aanbieder, identificatie, dagtekening)
  union all
  select sent.gemeente_code, 'OP090x4', sent.wet, sent.aanbieder, sent.sent_on, claim_answer.answered_on, 10, true
  from sent
  join kept_claim_answer using (gemeente_code, wet)
  left join claim_answer
    on claim_answer.gemeente_code = sent.gemeente_code
    and claim_answer.wet = sent.wet
    and claim_answer.aanbieder = sent.aanbieder
    and claim_answer.declaratie_identificatie = sent.identificatie
  where sent.soort = '323'
  union all
  -- A start of before its Toewijzing is reported once that is known. A correction is not a new start.
  select valid_start.gemeente_code, 'OP271', valid_start.wet, valid_start.aanbieder,
    greatest(valid_start.begindatum, coalesce(first_version.assigned_on, valid_start.begindatum)),
    valid_start.dagtekening, 5, true
  from valid_start
  left join first_version using (gemeente_code, wet, aanbieder, toewijzing_nummer)
  where valid_start.status_aanlevering = '1'
    and not exists (
      select 1
      from start as removed
      where removed.gemeente_code = valid_start.gemeente_code
        and removed.bericht_id = valid_start.bericht_id
        and removed.status_aanlevering = '3'
    )
  union all
  -- When a temporary stop turned out to be final, nobody but the aanbieder knows.
  select valid_stop.gemeente_code, 'OP272', valid_stop.wet, valid_stop.aanbieder, valid_stop.einddatum,
    valid_stop.dagtekening, 5, true
  from valid_stop
  where valid_stop.status_aanlevering = '1'
    and not exists (
      select 1
      from stop as removed
      where removed.gemeente_code = valid_stop.gemeente_code
        and removed.bericht_id = valid_stop.bericht_id
        and removed.status_aanlevering = '3'
    )
    and not exists (
      select 1
      from stop as temporary
      where temporary.gemeente_code = valid_stop.gemeente_code
        and temporary.wet = valid_stop.wet
        and temporary.aanbieder = valid_stop.aanbieder
        and temporary.client = valid_stop.client
        and temporary.toewijzing_nummer = valid_stop.toewijzing_nummer
        and temporary.begindatum = valid_stop.begindatum
        and temporary.reden_beeindiging = '20'
        and temporary.dagtekening < valid_stop.dagtekening
    )
  union all
  select gemeente_code, case when is_new then 'OP274' else 'OP346' end, wet, aanbieder, dagtekening,
    nullif(first_on, date '9999-12-31'), 5, true
  from reacted
  union all
  select gemeente_code, 'OP344', wet, aanbieder, dagtekening, nullif(decided_on, date '9999-12-31'), 56, false
  from reacted
  union all
  select gemeente_code, 'OP359', wet, aanbieder, dagtekening, elsewhere_on, 14, false
  from reacted
  where elsewhere_on is not null and wet = 'Jeugdwet'
),
counted as (
  select
    event.*,
    case
      when event.done_on is null then null
      when event.done_on <= event.since then 0
      when event.is_working_days then done_day.nummer - since_day.nummer
      else event.done_on - event.since
    end as days,
    case when event.is_working_days then last_day.nummer - since_day.nummer else data_end.last_day - event.since end
      as days_so_far
  from event
  join data_end using (gemeente_code)
  join werkdag as since_day on since_day.dag = event.since
  join werkdag as last_day on last_day.dag = data_end.last_day
  left join werkdag as done_day on done_day.dag = event.done_on
)
insert into proces_telling (gemeente_code, regel, wet, aanbieder, maand, uitkomst, dagen, aantal)
select
  gemeente_code,
  regel,
  wet,
  aanbieder,
  cast(date_trunc('month', since) as date),
  case
    when days <= term then 'goed'
    when days > term then 'te laat'
    when days_so_far > term then 'ontbreekt'
    else 'loopt'
  end as uitkomst,
  cast(days as integer),
  cast(count(*) as bigint)
from counted
-- A date outside the calendar of working days is a mistake of its own.
where done_on is null or days is not null
group by gemeente_code, regel, wet, aanbieder, cast(date_trunc('month', since) as date), uitkomst, days
