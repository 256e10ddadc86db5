-- In which stopberichten was the end of this help told? One row for each message about each help.
select
  known_hulp.*,
  stop.bericht_id as numerator
from known_hulp
join stop
  on stop.gemeente_code = known_hulp.gemeente_code
  and stop.wet = known_hulp.wet
  and stop.aanbieder = known_hulp.aanbieder
  and stop.client = known_hulp.client
  and stop.begindatum = known_hulp.begindatum
  and coalesce(stop.toewijzing_nummer, 0) = coalesce(known_hulp.toewijzing_nummer, 0)
  and stop.dagtekening <= cast($bekend_op as date)
