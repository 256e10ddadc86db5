-- Which Toewijzingen end within eight weeks after each period, by what was known at its end?
-- One row for each period and such a Toewijzing of which the help had not ended.
with peildatum as (
  select period, last_day, least(last_day, cast($bekend_op as date)) as seen_on
  from period_asked
),
ending as (
  select distinct
    peildatum.period,
    peildatum.last_day,
    known_toewijzing_state.wet,
    known_toewijzing_state.toewijzing_nummer
  from known_toewijzing_state
  join peildatum
    on known_toewijzing_state.einddatum > peildatum.last_day
    and known_toewijzing_state.einddatum <= peildatum.last_day + 56
    and known_toewijzing_state.ingangsdatum <= peildatum.last_day
    and known_toewijzing_state.bekend_van <= peildatum.seen_on
    and known_toewijzing_state.bekend_tot > peildatum.seen_on
),
helped as (
  select wet, toewijzing_nummer, max(coalesce(einddatum, date '9999-12-31')) as helped_until
  from known_hulp
  group by wet, toewijzing_nummer
)
select
  known_toewijzing.*,
  ending.period,
  ending.last_day as on_day
from ending
join known_toewijzing
  on known_toewijzing.wet = ending.wet
  and known_toewijzing.toewijzing_nummer = ending.toewijzing_nummer
left join helped
  on helped.wet = ending.wet
  and helped.toewijzing_nummer = ending.toewijzing_nummer
where helped.helped_until is null
  or helped.helped_until > ending.last_day
