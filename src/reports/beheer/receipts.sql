-- Which deliveries came in, the newest first?
-- One row for each run of import; $limit of them from $offset on.
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
  overgeslagen
from ontvangst
order by ontvangst_nummer desc
limit $limit
offset $offset
