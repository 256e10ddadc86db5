-- What was taken in of each gemeente? One row for all its Berichten, for each table of a suite and for each reference
-- table in force. A bericht_id is the beginning of a hash, so their sum tells which they are, in whatever order they came.
select
  gemeente_code,
  'berichten' as soort,
  cast(count(*) as varchar) || ' ' || cast(sum(bericht_id) as varchar) as inhoud
from bericht
where not exists (
  select 1 from tabel_bericht
  where tabel_bericht.gemeente_code = bericht.gemeente_code
    and tabel_bericht.bericht_id = bericht.bericht_id
)
group by gemeente_code
union all
select
  gemeente_code,
  bron || ' ' || soort as soort,
  sha256 || ' ' || cast(peildatum as varchar) || ' ' || koppeling as inhoud
from tabel_export
union all
select gemeente_code, tabel as soort, sha256 as inhoud
from referentie_stand
