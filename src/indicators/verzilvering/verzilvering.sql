-- How many euros were claimed and not refused, of the euros that were assigned?
-- One row for each Toewijzing and month in which it was valid, up to the month of $bekend_op.
with assigned as (
  select known_toewijzing.*, tarief_key.tarief_nummer
  from known_toewijzing
  left join tarief_key
    on tarief_key.aanbieder = known_toewijzing.aanbieder
    and tarief_key.wet = known_toewijzing.wet
    and tarief_key.product_code = known_toewijzing.product_code
    and tarief_key.eenheid = known_toewijzing.eenheid
),
assigned_month as (
  select
    assigned.*,
    month_asked.first_day,
    extract(day from month_asked.last_day) as days_in_month,
    least(coalesce(assigned.einddatum, month_asked.last_day), month_asked.last_day)
      - greatest(assigned.ingangsdatum, month_asked.first_day) + 1 as days,
    assigned.einddatum - assigned.ingangsdatum + 1 as days_of_toewijzing
  from assigned
  join month_asked
    on assigned.ingangsdatum <= month_asked.last_day
    and (assigned.einddatum is null or assigned.einddatum >= month_asked.first_day)
  where month_asked.first_day <= cast($bekend_op as date)
),
claimed as (
  select
    wet,
    aanbieder,
    toewijzing_nummer,
    zorgmaand,
    cast(sum(cents) as bigint) as cents
  from known_kostenregel
  where not is_verworpen
    and is_toegekend is distinct from false
    -- Months that are not asked are joined to nothing; said here, so that an engine can leave their blocks unread.
    and zorgmaand >= cast($van as date)
    and zorgmaand <= cast($tot as date)
  group by wet, aanbieder, toewijzing_nummer, zorgmaand
),
priced as (
  select
    assigned_month.*,
    -- Volume of the month: per day, per week, per month, or a total spread evenly over the days of the Toewijzing.
    cast(assigned_month.volume as double precision) * case assigned_month.frequentie
      when '1' then assigned_month.days
      when '2' then assigned_month.days / cast(7 as double precision)
      when '4' then assigned_month.days / cast(assigned_month.days_in_month as double precision)
      when '6' then assigned_month.days / cast(assigned_month.days_of_toewijzing as double precision)
    end as volume_in_month,
    -- Eenheid 83 is cents itself.
    case when assigned_month.eenheid = '83' then 1 else known_tarief.cents_per_unit end as cents_per_unit
  from assigned_month
  left join known_tarief
    on known_tarief.tarief_nummer = assigned_month.tarief_nummer
    and known_tarief.first_day = assigned_month.first_day
)
select
  priced.gemeente_code,
  priced.wet,
  priced.persoon,
  priced.aanbieder,
  priced.product_categorie,
  priced.product_code,
  priced.buurt_code,
  priced.geboortemaand,
  priced.geslacht,
  priced.verwijzer_type,
  priced.verwijzer_code,
  priced.first_day as on_day,
  coalesce(claimed.cents, 0) as numerator,
  -- Rounded by hand: the engines differ on a half.
  cast(floor(priced.volume_in_month * priced.cents_per_unit + 0.5) as bigint) as denominator,
  case
    when priced.volume_in_month is null then 'zonder omvang'
    when priced.cents_per_unit is null then 'zonder tarief'
  end as left_out
from priced
left join claimed
  on claimed.wet = priced.wet
  and claimed.aanbieder = priced.aanbieder
  and claimed.toewijzing_nummer = priced.toewijzing_nummer
  and claimed.zorgmaand = priced.first_day
