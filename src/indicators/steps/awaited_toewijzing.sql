-- Each Toewijzing as it stood on $bekend_op, with the day from which its help could begin and the first day on which it did.
-- Of help that came without a start, that is the first day that was claimed. One row for each Toewijzing.
select
  known_toewijzing.*,
  greatest(known_toewijzing.ingangsdatum, known_toewijzing.eerst_toegewezen_op) as can_begin_on,
  known_eerste_start.begindatum as began_on,
  known_eerste_start.begin_bron
from known_toewijzing
left join known_eerste_start
  on known_eerste_start.wet = known_toewijzing.wet
  and known_eerste_start.aanbieder = known_toewijzing.aanbieder
  and known_eerste_start.toewijzing_nummer = known_toewijzing.toewijzing_nummer
