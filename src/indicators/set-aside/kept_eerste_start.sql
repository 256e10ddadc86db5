-- The first begin of each Toewijzing of the help that is kept, as derive/eerste_start.sql makes it.
with ranked as (
  select
    kept_hulp.*,
    row_number() over (
      partition by wet, aanbieder, toewijzing_nummer
      order by begindatum, begin_bron desc, coalesce(product_code, ''), persoon
    ) as start_nummer
  from kept_hulp
  where toewijzing_nummer is not null
)
select *
from ranked
where start_nummer = 1
