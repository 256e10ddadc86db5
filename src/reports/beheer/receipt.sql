-- What is known of delivery $nummer?
-- One row, or none.
select
  ontvangst_nummer,
  levering_nummer,
  herkomst,
  door,
  bron,
  begonnen_op,
  klaar_op,
  seconden,
  bestanden,
  berichten,
  ingenomen,
  met_bevindingen,
  geweigerd,
  al_aanwezig,
  overgeslagen,
  ontvangen_op,
  verslag
from ontvangst
where ontvangst_nummer = $nummer
