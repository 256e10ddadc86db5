-- How many young people came to their first help through the gemeente?
-- One row for each client, under the day on which the first help began.
with first_traject as (
  select
    known_traject.*,
    row_number() over (partition by persoon order by begindatum, verwijzer_type, product_categorie) as place
  from known_traject
  where wet = 'Jeugdwet'
)
select
  first_traject.*,
  begindatum as on_day,
  case when verwijzer_type = '01' then 1 else 0 end as numerator,
  1 as denominator
from first_traject
where place = 1
