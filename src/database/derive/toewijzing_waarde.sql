-- What is each known state of a Toewijzing worth in a year?
-- One row for each gemeente, Toewijzing and state that has a volume and a price.
with valued as (
  select
    gemeente_code, wet, toewijzing_nummer, aanbieder, product_code, eenheid, bekend_van,
    -- A year of it, or all of it: per day, per week, per month, or a total over its whole length.
    cast(volume as double precision) * case frequentie
      when '1' then 365
      when '2' then 365 / cast(7 as double precision)
      when '4' then 12
      when '6' then 365 / cast(greatest(coalesce(einddatum - ingangsdatum + 1, 365), 1) as double precision)
    end * least(coalesce(einddatum - ingangsdatum + 1, 365), 365) / cast(365 as double precision) as volume_in_year,
    least(greatest(ingangsdatum, bekend_van), coalesce(einddatum, date '9999-12-31')) as priced_on
  from toewijzing
  where volume is not null
),
priced as (
  select
    valued.*,
    case when valued.eenheid = '83' then 1 else tarief.cents_per_eenheid end as cents_per_eenheid,
    row_number() over (
      partition by valued.gemeente_code, valued.wet, valued.toewijzing_nummer, valued.bekend_van
      order by tarief.afstand, tarief.bekend_op desc, tarief.begindatum desc, tarief.cents_per_eenheid
    ) as place
  from valued
  left join tarief
    on tarief.gemeente_code = valued.gemeente_code
    and tarief.aanbieder = valued.aanbieder
    and tarief.wet = valued.wet
    and tarief.product_code = valued.product_code
    and tarief.eenheid = valued.eenheid
    and tarief.begindatum <= valued.priced_on
    and tarief.einddatum >= valued.priced_on
)
insert into toewijzing_waarde (gemeente_code, wet, toewijzing_nummer, bekend_van, cents)
select
  gemeente_code, wet, toewijzing_nummer, bekend_van,
  -- Rounded by hand: the engines differ on a half.
  cast(floor(volume_in_year * cents_per_eenheid + 0.5) as bigint)
from priced
where place = 1
  and volume_in_year is not null
  and cents_per_eenheid is not null
