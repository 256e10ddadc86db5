-- Granted care known on $bekend_op of months in which no help speaks for it, as it would be. Where nothing touches the
-- person, it is as it is; the rest is made of the care and the help that are kept, as derive/zorg_zonder_hulp.sql does.
with granted as (
  select
    kept_kostenregel.*,
    cast(zorgmaand + interval '1 month' as date) - 1 as last_day
  from kept_kostenregel
  where is_toegekend
    and beantwoord_op <= cast($bekend_op as date)
    and zorgmaand >= cast($van as date)
    and zorgmaand <= cast($tot as date)
    and persoon in (select persoon from touched_care)
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
union all
select
  gemeente_code,
  wet,
  persoon,
  aanbieder,
  product_categorie,
  product_code,
  zorgmaand,
  geboortemaand,
  geslacht,
  buurt_code,
  verwijzer_type,
  verwijzer_code,
  bekend_van,
  bekend_tot
from zorg_zonder_hulp
where gemeente_code = $gemeente_code
  and bekend_van <= cast($bekend_op as date)
  and bekend_tot > cast($bekend_op as date)
  and persoon not in (select persoon from touched_care)
