-- Granted care that is kept, of months in which no help that is kept speaks for it, as derive/zorg_zonder_hulp.sql.
with granted as (
  select
    kept_kostenregel.*,
    cast(zorgmaand + interval '1 month' as date) - 1 as last_day
  from kept_kostenregel
  where is_toegekend
    and beantwoord_op <= cast($bekend_op as date)
    and zorgmaand >= cast($van as date)
    and zorgmaand <= cast($tot as date)
),
spoken_for as (
  select distinct granted.bericht_id, granted.regel
  from granted
  join kept_hulp as helped
    on helped.wet = granted.wet
    and helped.persoon = granted.persoon
    and helped.aanbieder = granted.aanbieder
    and helped.product_categorie = granted.product_categorie
    and helped.product_code = granted.product_code
    and helped.begindatum <= granted.last_day
    and coalesce(helped.einddatum, date '9999-12-31') >= granted.zorgmaand
    and helped.geboortemaand is not distinct from granted.geboortemaand
    and helped.geslacht is not distinct from granted.geslacht
    and helped.buurt_code is not distinct from granted.buurt_code
    and helped.verwijzer_type = granted.verwijzer_type
    and helped.verwijzer_code is not distinct from granted.verwijzer_code
),
alone as (
  select granted.*
  from granted
  left join spoken_for using (bericht_id, regel)
  where spoken_for.bericht_id is null
),
-- What its credits bring to nothing was no care.
taken_back as (
  select granted.wet, granted.persoon, granted.toewijzing_nummer, granted.product_code, granted.zorgmaand
  from granted
  join (
    select distinct wet, persoon, toewijzing_nummer, product_code, zorgmaand from alone
  ) as care using (wet, persoon, toewijzing_nummer, product_code, zorgmaand)
  group by granted.wet, granted.persoon, granted.toewijzing_nummer, granted.product_code, granted.zorgmaand
  having sum(granted.cents) = 0
    and min(granted.cents) < 0
)
select
  alone.gemeente_code,
  alone.wet,
  alone.persoon,
  alone.aanbieder,
  alone.product_categorie,
  alone.product_code,
  alone.zorgmaand,
  alone.geboortemaand,
  alone.geslacht,
  alone.buurt_code,
  alone.verwijzer_type,
  alone.verwijzer_code,
  cast($bekend_op as date) as bekend_van,
  date '9999-12-31' as bekend_tot
from alone
left join taken_back
  on taken_back.wet = alone.wet
  and taken_back.persoon = alone.persoon
  and taken_back.toewijzing_nummer = alone.toewijzing_nummer
  and taken_back.product_code = alone.product_code
  and taken_back.zorgmaand = alone.zorgmaand
where taken_back.wet is null
