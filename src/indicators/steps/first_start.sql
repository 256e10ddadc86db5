-- The begin that ends the wait. Aanbieders send a new start after a break, so only the first one of a Toewijzing counts.
-- One row for each Toewijzing with a start.
select *
from (
  select
    known_hulp.*,
    row_number() over (
      partition by gemeente_code, wet, aanbieder, toewijzing_nummer
      order by begindatum, begin_bron desc, coalesce(product_code, '')
    ) as start_nummer
  from known_hulp
  where toewijzing_nummer is not null
) as numbered_start
where start_nummer = 1
