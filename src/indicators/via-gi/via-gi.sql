-- Which part of the youth help that began came through a gecertificeerde instelling?
-- One row for each traject of the Jeugdwet.
select
  known_traject.*,
  begindatum as on_day,
  case when verwijzer_type = '04' then 1 else 0 end as numerator,
  1 as denominator
from known_traject
where wet = 'Jeugdwet'
