-- The trajecten known on $bekend_op, as they would be. Those of whom nothing touches are as they are; the others are made
-- of the help that is kept, as derive/traject.sql does, on the one day.
with part as (
  select
    kept_hulp.*,
    coalesce(einddatum, date '9999-12-31') as helped_until,
    coalesce(toewijzing_nummer, 0) as toewijzing_key,
    coalesce(product_code, '') as product_key
  from kept_hulp
  where persoon in (select persoon from touched_persoon)
),
part_after as (
  select
    part.*,
    max(helped_until) over (
      partition by wet, persoon, product_categorie
      order by begindatum, aanbieder, toewijzing_key, product_key
      rows between unbounded preceding and 1 preceding
    ) as helped_before
  from part
),
marked as (
  select
    part_after.*,
    case when begindatum - helped_before <= 30 then 0 else 1 end as is_first
  from part_after
),
numbered as (
  select
    marked.*,
    sum(is_first) over (
      partition by wet, persoon, product_categorie
      order by begindatum, aanbieder, toewijzing_key, product_key
      rows between unbounded preceding and current row
    ) as traject_nummer
  from marked
),
ranked as (
  select
    numbered.*,
    row_number() over (
      partition by wet, persoon, product_categorie, traject_nummer
      order by helped_until desc, begindatum desc, aanbieder, toewijzing_key, product_key
    ) as from_end
  from numbered
)
select
  gemeente_code,
  wet,
  persoon,
  product_categorie,
  min(begindatum) as begindatum,
  nullif(max(helped_until), date '9999-12-31') as einddatum,
  min(case when is_first = 1 then aanbieder end) as aanbieder,
  min(case when is_first = 1 then product_code end) as product_code,
  min(case when is_first = 1 then buurt_code end) as buurt_code,
  min(case when is_first = 1 then geboortemaand end) as geboortemaand,
  min(case when is_first = 1 then geslacht end) as geslacht,
  min(case when is_first = 1 then verwijzer_type end) as verwijzer_type,
  min(case when is_first = 1 then verwijzer_code end) as verwijzer_code,
  min(case when from_end = 1 then reden_beeindiging end) as reden_beeindiging,
  min(case when from_end = 1 then aanbieder end) as laatste_aanbieder,
  min(case when from_end = 1 then product_code end) as laatste_product_code,
  min(case when from_end = 1 then buurt_code end) as laatste_buurt_code,
  cast($bekend_op as date) as bekend_van,
  date '9999-12-31' as bekend_tot
from ranked
group by gemeente_code, wet, persoon, product_categorie, traject_nummer
union all
select
  gemeente_code,
  wet,
  persoon,
  product_categorie,
  begindatum,
  einddatum,
  aanbieder,
  product_code,
  buurt_code,
  geboortemaand,
  geslacht,
  verwijzer_type,
  verwijzer_code,
  reden_beeindiging,
  laatste_aanbieder,
  laatste_product_code,
  laatste_buurt_code,
  bekend_van,
  bekend_tot
from traject
where gemeente_code = $gemeente_code
  and bekend_van <= cast($bekend_op as date)
  and bekend_tot > cast($bekend_op as date)
  and persoon not in (select persoon from touched_persoon)
