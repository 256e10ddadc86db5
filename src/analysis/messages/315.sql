-- In which verzoeken was this help asked for? One row for each message about each help.
select
  known_hulp.*,
  verzoek.bericht_id as numerator
from known_hulp
join verzoek
  on verzoek.gemeente_code = known_hulp.gemeente_code
  and verzoek.wet = known_hulp.wet
  and verzoek.aanbieder = known_hulp.aanbieder
  and verzoek.client = known_hulp.client
  and verzoek.dagtekening = known_hulp.verzocht_op
  and verzoek.soort = 'toewijzing'
