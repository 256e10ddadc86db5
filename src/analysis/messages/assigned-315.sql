-- Which verzoeken do these Toewijzingen answer? One row for each message about each Toewijzing.
select
  known_toewijzing.*,
  known_toewijzing.ingangsdatum as begindatum,
  verzoek.bericht_id as numerator
from known_toewijzing
join verzoek
  on verzoek.gemeente_code = known_toewijzing.gemeente_code
  and verzoek.wet = known_toewijzing.wet
  and verzoek.aanbieder = known_toewijzing.aanbieder
  and verzoek.client = known_toewijzing.client
  and verzoek.dagtekening = known_toewijzing.verzocht_op
  and verzoek.soort = 'toewijzing'
