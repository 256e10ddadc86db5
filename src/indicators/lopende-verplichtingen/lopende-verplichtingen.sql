-- How many euros of help were assigned and still to come at the end of each period?
-- One row for each Toewijzing and period at whose end it was valid.
select
  known_toewijzing.gemeente_code,
  known_toewijzing.wet,
  known_toewijzing.persoon,
  known_toewijzing.aanbieder,
  known_toewijzing.product_categorie,
  known_toewijzing.product_code,
  known_toewijzing.buurt_code,
  known_toewijzing.geboortemaand,
  known_toewijzing.geslacht,
  known_toewijzing.verwijzer_type,
  known_toewijzing.verwijzer_code,
  period_asked.period,
  period_asked.last_day as on_day,
  -- The value is of a year, or of the whole Toewijzing when that is shorter. Rounded by hand: the engines differ on a half.
  cast(floor(
    cast(toewijzing_waarde.cents as double precision)
      * least(coalesce(known_toewijzing.einddatum - period_asked.last_day, 365), 365)
      / least(coalesce(known_toewijzing.einddatum - known_toewijzing.ingangsdatum + 1, 365), 365)
      + 0.5
  ) as bigint) as numerator,
  case when toewijzing_waarde.cents is null then 'zonder omvang of tarief' end as left_out
from known_toewijzing
join period_asked
  on known_toewijzing.ingangsdatum <= period_asked.last_day
  and coalesce(known_toewijzing.einddatum, date '9999-12-31') >= period_asked.last_day
left join toewijzing_waarde
  on toewijzing_waarde.gemeente_code = known_toewijzing.gemeente_code
  and toewijzing_waarde.wet = known_toewijzing.wet
  and toewijzing_waarde.toewijzing_nummer = known_toewijzing.toewijzing_nummer
  and toewijzing_waarde.bekend_van = known_toewijzing.bekend_van
