-- Which Berichten of the database make way for those of the delivery in `apart`?
-- One row for each that the delivery brings itself, and for each row of a table that a newer one of its source replaces.
insert into apart.geraakt_bericht (gemeente_code, bericht_id, om_sleutel)
select gemeente_code, bericht_id, false
from apart.bericht
union
select known.gemeente_code, known.bericht_id, false
from tabel_bericht as known
join (select distinct gemeente_code, bron, soort from apart.tabel_bericht) as own
  on own.gemeente_code = known.gemeente_code
  and own.bron = known.bron
  and own.soort = known.soort
