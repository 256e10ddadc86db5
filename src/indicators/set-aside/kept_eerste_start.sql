-- The first begin of each Toewijzing known on $bekend_op, as it would be. Where nothing touches it, it is as it is; the
-- others are made of the help that is kept, as derive/eerste_start.sql does.
with ranked as (
  select
    kept_hulp.*,
    row_number() over (
      partition by kept_hulp.wet, kept_hulp.aanbieder, kept_hulp.toewijzing_nummer
      order by
        kept_hulp.begindatum, kept_hulp.begin_bron desc, coalesce(kept_hulp.product_code, ''), kept_hulp.persoon
    ) as start_nummer
  from kept_hulp
  join touched_toewijzing
    on touched_toewijzing.wet = kept_hulp.wet
    and touched_toewijzing.toewijzing_nummer = kept_hulp.toewijzing_nummer
)
select
  gemeente_code,
  wet,
  persoon,
  aanbieder,
  toewijzing_nummer,
  product_categorie,
  product_code,
  begindatum,
  begin_bron,
  eerst_toegewezen_op,
  ingangsdatum,
  geboortemaand,
  geslacht,
  buurt_code,
  verwijzer_type,
  verwijzer_code,
  bekend_van,
  bekend_tot
from ranked
where start_nummer = 1
union all
select
  gemeente_code,
  wet,
  persoon,
  aanbieder,
  toewijzing_nummer,
  product_categorie,
  product_code,
  begindatum,
  begin_bron,
  eerst_toegewezen_op,
  ingangsdatum,
  geboortemaand,
  geslacht,
  buurt_code,
  verwijzer_type,
  verwijzer_code,
  bekend_van,
  bekend_tot
from eerste_start
where gemeente_code = $gemeente_code
  and bekend_van <= cast($bekend_op as date)
  and bekend_tot > cast($bekend_op as date)
  and not exists (
    select 1
    from touched_toewijzing
    where touched_toewijzing.wet = eerste_start.wet
      and touched_toewijzing.toewijzing_nummer = eerste_start.toewijzing_nummer
  )
