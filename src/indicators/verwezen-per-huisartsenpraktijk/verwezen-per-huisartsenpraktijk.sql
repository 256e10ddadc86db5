-- Hoeveel kinderen verwijst een huisartsenpraktijk gemiddeld naar jeugdhulp?
-- One row for each traject of the Jeugdwet that began by a huisarts.
select
  known_traject.*,
  begindatum as on_day,
  verwijzer_code as item,
  case when verwijzer_code is null then 'praktijk niet bekend' end as left_out
from known_traject
where wet = 'Jeugdwet'
  and verwijzer_type = '02'
