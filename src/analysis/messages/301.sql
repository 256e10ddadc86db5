-- In which toewijzingsberichten was this help assigned? One row for each version of the Toewijzing of each help.
select
  known_hulp.*,
  toewijzing_versie.bericht_id as numerator
from known_hulp
join toewijzing_versie
  on toewijzing_versie.gemeente_code = known_hulp.gemeente_code
  and toewijzing_versie.wet = known_hulp.wet
  and toewijzing_versie.toewijzing_nummer = known_hulp.toewijzing_nummer
  and toewijzing_versie.dagtekening <= cast($bekend_op as date)
