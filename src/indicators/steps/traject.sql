-- The help of one client in one productcategorie, from the first begin to the last end, with less than 30 days between.
-- One row for each traject. Who helped and where the client lived: as at the begin; last_ is as at the end.
with hulp_in_order as (
  select
    known_hulp.*,
    coalesce(einddatum, date '9999-12-31') as helped_until,
    max(coalesce(einddatum, date '9999-12-31')) over (
      partition by wet, client, product_categorie
      order by begindatum, aanbieder, coalesce(toewijzing_nummer, 0), coalesce(product_code, '')
      rows between unbounded preceding and 1 preceding
    ) as helped_before
  from known_hulp
),
marked as (
  select
    hulp_in_order.*,
    case when begindatum - helped_before <= 30 then 0 else 1 end as is_first
  from hulp_in_order
),
numbered as (
  select
    marked.*,
    sum(is_first) over (
      partition by wet, client, product_categorie
      order by begindatum, aanbieder, coalesce(toewijzing_nummer, 0), coalesce(product_code, '')
      rows between unbounded preceding and current row
    ) as traject_nummer
  from marked
),
ranked as (
  select
    numbered.*,
    row_number() over (
      partition by wet, client, product_categorie, traject_nummer
      order by helped_until desc, begindatum desc, aanbieder, coalesce(toewijzing_nummer, 0), coalesce(product_code, '')
    ) as from_end
  from numbered
)
select
  min(gemeente_code) as gemeente_code,
  wet,
  client,
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
  min(case when from_end = 1 then aanbieder end) as last_aanbieder,
  min(case when from_end = 1 then product_code end) as last_product_code,
  min(case when from_end = 1 then buurt_code end) as last_buurt_code
from ranked
group by wet, client, product_categorie, traject_nummer
