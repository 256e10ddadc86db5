-- Which lines are judged when all are?
-- One row for each line of a Bericht, and one with regel 0 for the Bericht itself.
with line as (
  select gemeente_code, bericht_id, 0 as regel from bericht
  union all
  select gemeente_code, bericht_id, regel from toewijzing_versie
  union all
  select gemeente_code, bericht_id, regel from start
  union all
  select gemeente_code, bericht_id, regel from stop
  union all
  select gemeente_code, bericht_id, regel from verzoek
  union all
  select gemeente_code, bericht_id, regel from prestatie
  union all
  select gemeente_code, bericht_id, regel from prestatie_antwoord
)
insert into te_beoordelen (gemeente_code, bericht_id, regel)
select distinct gemeente_code, bericht_id, regel
from line
