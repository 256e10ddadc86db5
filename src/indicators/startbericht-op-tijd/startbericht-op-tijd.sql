-- How many startberichten came within five working days?
-- One row for each start that was reported, under the day on which its term began.
with first_version as (
  select wet, aanbieder, toewijzing_nummer, min(dagtekening) as assigned_on
  from toewijzing_versie
  where gemeente_code = $gemeente_code
    and dagtekening <= cast($bekend_op as date)
  group by wet, aanbieder, toewijzing_nummer
),
reported as (
  select
    start.*,
    -- A start of before its Toewijzing is reported once that is known.
    greatest(start.begindatum, coalesce(first_version.assigned_on, start.begindatum)) as since
  from start
  join geldig_bericht
    on geldig_bericht.gemeente_code = start.gemeente_code
    and geldig_bericht.bericht_id = start.bericht_id
  left join first_version
    on first_version.wet = start.wet
    and first_version.aanbieder = start.aanbieder
    and first_version.toewijzing_nummer = start.toewijzing_nummer
  where start.gemeente_code = $gemeente_code
    and geldig_bericht.bekend_van <= cast($bekend_op as date)
    and geldig_bericht.bekend_tot > cast($bekend_op as date)
    and start.status_aanlevering = '1'
    -- A correction is not a new start.
    and not exists (
      select 1
      from start as removed
      where removed.gemeente_code = start.gemeente_code
        and removed.bericht_id = start.bericht_id
        and removed.status_aanlevering = '3'
    )
)
select
  reported.gemeente_code,
  reported.wet,
  persoon.persoon,
  reported.aanbieder,
  reported.product_categorie,
  reported.product_code,
  known_toewijzing.buurt_code,
  known_toewijzing.geboortemaand,
  known_toewijzing.geslacht,
  coalesce(known_toewijzing.verwijzer_type, 'onbekend') as verwijzer_type,
  known_toewijzing.verwijzer_code,
  reported.since as on_day,
  case
    when reported.dagtekening <= reported.since or told_day.nummer - since_day.nummer <= 5 then 1
    else 0
  end as numerator,
  1 as denominator
from reported
join persoon
  on persoon.gemeente_code = reported.gemeente_code
  and persoon.client = reported.client
join werkdag as since_day on since_day.dag = reported.since
join werkdag as told_day on told_day.dag = reported.dagtekening
left join known_toewijzing
  on known_toewijzing.wet = reported.wet
  and known_toewijzing.aanbieder = reported.aanbieder
  and known_toewijzing.toewijzing_nummer = reported.toewijzing_nummer
