-- Who was helped in which period: by help that began and had not ended, or by care of a month in it that was granted.
-- The second is there for help of which no start came.
-- One row for each begin of help, and each granted line, and each period in which it ran.
select
  known_hulp.gemeente_code,
  known_hulp.wet,
  known_hulp.client,
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
  granted_care.gemeente_code,
  granted_care.wet,
  granted_care.client,
  granted_care.aanbieder,
  granted_care.product_categorie,
  granted_care.product_code,
  granted_care.geboortemaand,
  granted_care.geslacht,
  granted_care.buurt_code,
  granted_care.verwijzer_type,
  granted_care.verwijzer_code,
  month_asked.period,
  period_asked.last_day as on_day
from granted_care
join month_asked on month_asked.first_day = granted_care.zorgmaand
join period_asked on period_asked.period = month_asked.period
