-- In which startberichten was the begin of this help told? One row for each message about each help.
select
  known_hulp.*,
  start.bericht_id as numerator
from known_hulp
join start
  on start.gemeente_code = known_hulp.gemeente_code
  and start.wet = known_hulp.wet
  and start.aanbieder = known_hulp.aanbieder
  and start.client = known_hulp.client
  and start.begindatum = known_hulp.begindatum
  and coalesce(start.toewijzing_nummer, 0) = coalesce(known_hulp.toewijzing_nummer, 0)
  and start.dagtekening <= cast($bekend_op as date)
