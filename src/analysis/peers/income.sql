-- The share of households with little money in each buurt, of the newest year that is not after the one asked, else of the
-- first there is.
-- One row for each buurt and kenmerk that has a figure.
with known_year as (
  select
    coalesce(max(jaar) filter (where jaar <= cast($jaar as integer)), min(jaar)) as jaar
  from gebied_kenmerk
  where gemeente_code = $gemeente_code
    and kenmerk in ('pct_sociaal_minimum', 'pct_laag_inkomen')
    and waarde is not null
    and gebied_code like 'BU%'
)
select
  gebied_kenmerk.gebied_code as buurt,
  gebied_kenmerk.kenmerk,
  cast(gebied_kenmerk.waarde as double precision) as waarde
from gebied_kenmerk
join known_year on known_year.jaar = gebied_kenmerk.jaar
where gebied_kenmerk.gemeente_code = $gemeente_code
  and gebied_kenmerk.kenmerk in ('pct_sociaal_minimum', 'pct_laag_inkomen')
  and gebied_kenmerk.waarde is not null
  and gebied_kenmerk.gebied_code like 'BU%'
