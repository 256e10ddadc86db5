-- What should have been sent, and was it?
-- One row for each gemeente, rule, wet, aanbieder, month and outcome.
with data_end as (
  select bericht.gemeente_code, max(bericht.dagtekening) as last_day
  from bericht
  group by bericht.gemeente_code
),
-- A gemeente that gets no starts, or no stops, cannot miss them.
kept as (
  select distinct gemeente_code, wet, soort from bericht
),
current_toewijzing as (
  select toewijzing.*
  from toewijzing
  where bekend_tot = date '9999-12-31'
),
current_hulp as (
  select hulp.*
  from hulp
  where bekend_tot = date '9999-12-31'
),
claimed as (
  select gemeente_code, wet, aanbieder, toewijzing_nummer, min(zorgmaand) as first_month
  from kostenregel
  group by gemeente_code, wet, aanbieder, toewijzing_nummer
),
assigned as (
  select distinct gemeente_code, wet, aanbieder, toewijzing_nummer from toewijzing_versie
),
started as (
  select distinct gemeente_code, wet, aanbieder, toewijzing_nummer
  from current_hulp
  where begin_bron = 'start' and toewijzing_nummer is not null
),
assignment_message as (
  select distinct
    version.gemeente_code, version.bericht_id, version.wet, version.aanbieder, version.client, version.dagtekening
  from toewijzing_versie as version
  join geldig_bericht using (gemeente_code, bericht_id)
),
-- Of each 301: a Toewijzing of the same Client and aanbieder that was known and still ran, and is not in it.
left_out as (
  select distinct message.gemeente_code, message.bericht_id
  from assignment_message as message
  join toewijzing as running
    on running.gemeente_code = message.gemeente_code
    and running.wet = message.wet
    and running.aanbieder = message.aanbieder
    and running.client = message.client
    and running.bekend_van < message.dagtekening
    and running.bekend_tot > message.dagtekening
    and coalesce(running.einddatum, date '9999-12-31') >= message.dagtekening
  left join toewijzing_versie as repeated
    on repeated.gemeente_code = message.gemeente_code
    and repeated.bericht_id = message.bericht_id
    and repeated.toewijzing_nummer = running.toewijzing_nummer
  where repeated.bericht_id is null
),
event as (
  select claimed.gemeente_code, 'OP086' as regel, claimed.wet, claimed.aanbieder, claimed.first_month as day,
    case when assigned.toewijzing_nummer is null then 'ontbreekt' else 'goed' end as uitkomst
  from claimed
  left join assigned using (gemeente_code, wet, aanbieder, toewijzing_nummer)
  join kept
    on kept.gemeente_code = claimed.gemeente_code
    and kept.wet = claimed.wet
    and kept.soort = '301'
  union all
  select message.gemeente_code, 'OP087', message.wet, message.aanbieder, message.dagtekening,
    case when left_out.bericht_id is null then 'goed' else 'ontbreekt' end
  from assignment_message as message
  left join left_out using (gemeente_code, bericht_id)
  union all
  -- Help that ended for good: does its Toewijzing say so?
  select hulp.gemeente_code, 'OP258', hulp.wet, hulp.aanbieder, hulp.einddatum,
    case when toewijzing.einddatum is null then 'ontbreekt' else 'goed' end
  from current_hulp as hulp
  join current_toewijzing as toewijzing using (gemeente_code, wet, aanbieder, toewijzing_nummer)
  where hulp.eind_bron = 'stop' and hulp.reden_beeindiging <> '20'
  union all
  select hulp.gemeente_code, 'OP288', hulp.wet, hulp.aanbieder, hulp.einddatum,
    case
      when hulp.eind_bron = 'stop' then 'goed'
      when last_day.nummer - end_day.nummer > 5 then 'ontbreekt'
      else 'loopt'
    end
  from current_hulp as hulp
  join data_end using (gemeente_code)
  join kept
    on kept.gemeente_code = hulp.gemeente_code
    and kept.wet = hulp.wet
    and kept.soort = '307'
  join werkdag as last_day on last_day.dag = data_end.last_day
  join werkdag as end_day on end_day.dag = hulp.einddatum
  where hulp.begin_bron = 'start' and hulp.einddatum <= data_end.last_day
  union all
  select hulp.gemeente_code, 'OP295', hulp.wet, hulp.aanbieder, hulp.begindatum,
    case when hulp.begin_bron = 'start' then 'goed' else 'ontbreekt' end
  from current_hulp as hulp
  join kept
    on kept.gemeente_code = hulp.gemeente_code
    and kept.wet = hulp.wet
    and kept.soort = '305'
  union all
  select toewijzing.gemeente_code, 'OP363', toewijzing.wet, toewijzing.aanbieder, toewijzing.ingangsdatum,
    case
      when started.toewijzing_nummer is not null then 'goed'
      when toewijzing.einddatum < data_end.last_day then 'ontbreekt'
      else 'loopt'
    end
  from current_toewijzing as toewijzing
  join data_end using (gemeente_code)
  left join started using (gemeente_code, wet, aanbieder, toewijzing_nummer)
  join kept
    on kept.gemeente_code = toewijzing.gemeente_code
    and kept.wet = toewijzing.wet
    and kept.soort = '305'
  where toewijzing.ingangsdatum <= data_end.last_day
  union all
  -- 02 to 05: doctors and gecertificeerde instellingen, that have a code.
  select verzoek.gemeente_code, 'OP297', verzoek.wet, verzoek.aanbieder, verzoek.dagtekening,
    case when verzoek.verwijzer_code is null then 'ontbreekt' else 'goed' end
  from verzoek
  join geldig_bericht using (gemeente_code, bericht_id)
  where verzoek.soort = 'toewijzing' and verzoek.verwijzer_type in ('02', '03', '04', '05')
)
insert into proces_telling (gemeente_code, regel, wet, aanbieder, maand, uitkomst, dagen, aantal)
select
  gemeente_code, regel, wet, aanbieder, cast(date_trunc('month', day) as date), uitkomst, cast(null as integer),
  cast(count(*) as bigint)
from event
group by gemeente_code, regel, wet, aanbieder, cast(date_trunc('month', day) as date), uitkomst
