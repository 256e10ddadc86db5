-- Which files should stand in segment $segment, and which Bericht came of each?
-- One row for each file. A Bericht that was there already left no rows, so its file is not asked for one.
select
  bestand.sha256,
  bestand.naam,
  bestand.grootte,
  bestand.toestand,
  bestand.blok_begin,
  bestand.begin_in_blok,
  bericht.bericht_id,
  bericht.bericht_id is not null as is_bericht
from bestand
-- The Berichten that stand for rows of a table are no part of its file.
left join bericht on bericht.sha256 = bestand.sha256 and bericht.release <> 'tabel'
where bestand.segment = $segment
order by bestand.blok_begin, bestand.begin_in_blok
