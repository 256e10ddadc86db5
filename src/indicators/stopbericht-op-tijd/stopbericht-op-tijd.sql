-- How many stopberichten came within five working days?
-- One row for each stop that was reported, under the day on which the help ended.
with reported as (
  select stop.*
  from stop
  join geldig_bericht using (gemeente_code, bericht_id)
  where stop.gemeente_code = $gemeente_code
    and geldig_bericht.bekend_van <= cast($bekend_op as date)
    and geldig_bericht.bekend_tot > cast($bekend_op as date)
    and stop.status_aanlevering = '1'
    -- A correction is not a new stop.
    and not exists (
      select 1
      from stop as removed
      where removed.gemeente_code = stop.gemeente_code
        and removed.bericht_id = stop.bericht_id
        and removed.status_aanlevering = '3'
    )
    -- When a temporary stop turned out to be final, nobody but the aanbieder knows.
    and not exists (
      select 1
      from stop as temporary
      where temporary.gemeente_code = stop.gemeente_code
        and temporary.wet = stop.wet
        and temporary.aanbieder = stop.aanbieder
        and temporary.client = stop.client
        and temporary.toewijzing_nummer = stop.toewijzing_nummer
        and temporary.begindatum = stop.begindatum
        and temporary.reden_beeindiging = '20'
        and temporary.dagtekening < stop.dagtekening
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
  reported.einddatum as on_day,
  case
    when reported.dagtekening <= reported.einddatum or told_day.nummer - end_day.nummer <= 5 then 1
    else 0
  end as numerator,
  1 as denominator
from reported
join persoon
  on persoon.gemeente_code = reported.gemeente_code
  and persoon.client = reported.client
join werkdag as end_day on end_day.dag = reported.einddatum
join werkdag as told_day on told_day.dag = reported.dagtekening
left join known_toewijzing
  on known_toewijzing.wet = reported.wet
  and known_toewijzing.aanbieder = reported.aanbieder
  and known_toewijzing.toewijzing_nummer = reported.toewijzing_nummer
