-- In which toewijzingsberichten were these Toewijzingen made? One row for each version.
select
  known_toewijzing.*,
  known_toewijzing.ingangsdatum as begindatum,
  toewijzing_versie.bericht_id as numerator
from known_toewijzing
join toewijzing_versie
  on toewijzing_versie.gemeente_code = known_toewijzing.gemeente_code
  and toewijzing_versie.wet = known_toewijzing.wet
  and toewijzing_versie.toewijzing_nummer = known_toewijzing.toewijzing_nummer
  and toewijzing_versie.dagtekening <= cast($bekend_op as date)
