-- How many hours a week were assigned?
-- One row for each Toewijzing. It holds on its last day too, so it ends on the day after.
select
  gemeente_code,
  wet,
  persoon,
  aanbieder,
  product_categorie,
  product_code,
  buurt_code,
  geboortemaand,
  geslacht,
  verwijzer_type,
  verwijzer_code,
  ingangsdatum as begindatum,
  einddatum + 1 as einddatum,
  -- In 1,024ths of an hour: those an engine adds exactly, in whatever order.
  floor(cast(volume as double precision) / case eenheid when '01' then 60 else 1 end * case frequentie
    when '1' then 7
    when '2' then 1
    when '4' then 84 / cast(365 as double precision)
    when '6' then 7 / cast(einddatum - ingangsdatum + 1 as double precision)
  end * 1024 + 0.5) / 1024 as numerator,
  case
    when volume is null or eenheid is null or frequentie is null then 'zonder omvang'
    when eenheid not in ('01', '04') then 'niet in uren of minuten'
    when frequentie = '6' and einddatum is null then 'een totaal zonder einddatum'
  end as left_out
from known_toewijzing
