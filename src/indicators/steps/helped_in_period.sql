-- Who was helped in which period: by help that began and had not ended, or by care of a month in it that was granted.
-- The second is there for help of which no start came; where help was known to run, its care says nothing new.
-- One row for each begin of help, and each granted line without help, and each period in which it ran.
select
  known_hulp.gemeente_code,
  known_hulp.wet,
  known_hulp.persoon,
  known_hulp.aanbieder,
  known_hulp.product_categorie,
  known_hulp.product_code,
  known_hulp.geboortemaand,
  known_hulp.geslacht,
  known_hulp.buurt_code,
  known_hulp.verwijzer_type,
  known_hulp.verwijzer_code,
  period_asked.period,
  period_asked.last_day as on_day
from known_hulp
join period_asked
  on known_hulp.begindatum <= period_asked.last_day
  and coalesce(known_hulp.einddatum, date '9999-12-31') >= period_asked.first_day
union all
select
  known_zorg_zonder_hulp.gemeente_code,
  known_zorg_zonder_hulp.wet,
  known_zorg_zonder_hulp.persoon,
  known_zorg_zonder_hulp.aanbieder,
  known_zorg_zonder_hulp.product_categorie,
  known_zorg_zonder_hulp.product_code,
  known_zorg_zonder_hulp.geboortemaand,
  known_zorg_zonder_hulp.geslacht,
  known_zorg_zonder_hulp.buurt_code,
  known_zorg_zonder_hulp.verwijzer_type,
  known_zorg_zonder_hulp.verwijzer_code,
  month_asked.period,
  period_asked.last_day as on_day
from known_zorg_zonder_hulp
join month_asked on month_asked.first_day = known_zorg_zonder_hulp.zorgmaand
join period_asked on period_asked.period = month_asked.period
