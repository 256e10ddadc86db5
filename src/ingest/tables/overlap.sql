-- Which rows of tables tell what Berichten tell too?
-- One row for each. Of a Toewijzing, its starts and its stops, the Berichten count; of
-- what was claimed, each month of care of which a Bericht speaks.
with overlap as (
  select row_of.gemeente_code, row_of.bericht_id, row_of.regel, 'toewijzing_versie' as tabel
  from toewijzing_versie as row_of
  join tabel_bericht using (gemeente_code, bericht_id)
  where exists (
    select 1
    from toewijzing_versie as told
    join bericht using (gemeente_code, bericht_id)
    where bericht.release <> 'tabel'
      and told.gemeente_code = row_of.gemeente_code
      and told.wet = row_of.wet
      and told.toewijzing_nummer = row_of.toewijzing_nummer
  )
  union all
  select row_of.gemeente_code, row_of.bericht_id, row_of.regel, 'start'
  from start as row_of
  join tabel_bericht using (gemeente_code, bericht_id)
  where exists (
    select 1
    from start as told
    join bericht using (gemeente_code, bericht_id)
    where bericht.release <> 'tabel'
      and told.gemeente_code = row_of.gemeente_code
      and told.wet = row_of.wet
      and told.toewijzing_nummer = row_of.toewijzing_nummer
  )
  union all
  select row_of.gemeente_code, row_of.bericht_id, row_of.regel, 'stop'
  from stop as row_of
  join tabel_bericht using (gemeente_code, bericht_id)
  where exists (
    select 1
    from stop as told
    join bericht using (gemeente_code, bericht_id)
    where bericht.release <> 'tabel'
      and told.gemeente_code = row_of.gemeente_code
      and told.wet = row_of.wet
      and told.toewijzing_nummer = row_of.toewijzing_nummer
  )
  union all
  select row_of.gemeente_code, row_of.bericht_id, row_of.regel, 'prestatie'
  from prestatie as row_of
  join tabel_bericht using (gemeente_code, bericht_id)
  where exists (
    select 1
    from prestatie as told
    join bericht using (gemeente_code, bericht_id)
    where bericht.release <> 'tabel'
      and told.gemeente_code = row_of.gemeente_code
      and told.wet = row_of.wet
      and told.toewijzing_nummer = row_of.toewijzing_nummer
      and date_trunc('month', told.begindatum) = date_trunc('month', row_of.begindatum)
  )
)
select
  overlap.tabel,
  overlap.gemeente_code,
  overlap.bericht_id,
  overlap.regel,
  tabel_bericht.bron,
  tabel_bericht.soort,
  bericht.sha256
from overlap
join tabel_bericht using (gemeente_code, bericht_id)
join bericht using (gemeente_code, bericht_id)
order by overlap.tabel, overlap.gemeente_code, overlap.bericht_id, overlap.regel
