-- Which Berichten are there, when all is derived?
-- One row for each.
insert into geraakt_bericht (gemeente_code, bericht_id, om_sleutel)
select distinct gemeente_code, bericht_id, true
from bericht
