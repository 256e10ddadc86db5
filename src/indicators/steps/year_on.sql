-- How heavy was the help of each person a year before the end of each period, and at that end?
-- One row for each period and person with help a year before, under the heaviest help of then. zwaarte_now 0: no help.
with peildatum as (
  select
    period,
    last_day,
    -- By way of the first of the month, so that 28 February follows 29 February.
    cast(last_day + 1 - interval '12 months' as date) - 1 as year_before
  from period_asked
),
-- A month is the end of one year and the begin of another: each is looked at once.
looked_at as (
  select last_day as looked_on from peildatum
  union
  select year_before as looked_on from peildatum
),
-- By number, so that the heaviest of a day is found without carrying along what else is known of it.
numbered as (
  select
    helped_span.*,
    row_number() over (
      partition by persoon
      order by
        zwaarte desc nulls last,
        begindatum,
        wet,
        aanbieder,
        product_categorie nulls last,
        product_code nulls last
    ) as span_nummer
  from helped_span
),
helped_on as (
  select
    looked_at.looked_on,
    numbered.persoon,
    min(numbered.span_nummer) as span_nummer,
    max(case when numbered.zwaarte is null then 1 else 0 end) as has_unknown
  from numbered
  join looked_at
    on numbered.begindatum <= looked_at.looked_on
    and numbered.helped_until >= looked_at.looked_on
  group by looked_at.looked_on, numbered.persoon
),
gone as (
  select distinct peildatum.last_day, numbered.persoon
  from numbered
  join peildatum
    on numbered.einddatum >= peildatum.year_before
    and numbered.einddatum < peildatum.last_day
  where numbered.has_left
)
select
  span_then.gemeente_code,
  span_then.wet,
  span_then.persoon,
  span_then.aanbieder,
  span_then.product_categorie,
  span_then.product_code,
  span_then.geboortemaand,
  span_then.geslacht,
  span_then.buurt_code,
  span_then.verwijzer_type,
  span_then.verwijzer_code,
  peildatum.period,
  peildatum.last_day as on_day,
  span_then.zwaarte as zwaarte_then,
  case when helped_now.persoon is null then 0 else span_now.zwaarte end as zwaarte_now,
  peildatum.last_day <= cast($bekend_op as date) as is_known,
  case
    when helped_then.has_unknown = 1 or helped_now.has_unknown = 1 then 'zwaarte van het product onbekend'
    when helped_now.persoon is null and gone.persoon is not null then 'overleden, verhuisd of naar een ander domein'
  end as why_not
from peildatum
join helped_on as helped_then
  on helped_then.looked_on = peildatum.year_before
join numbered as span_then
  on span_then.persoon = helped_then.persoon
  and span_then.span_nummer = helped_then.span_nummer
left join helped_on as helped_now
  on helped_now.looked_on = peildatum.last_day
  and helped_now.persoon = helped_then.persoon
left join numbered as span_now
  on span_now.persoon = helped_now.persoon
  and span_now.span_nummer = helped_now.span_nummer
left join gone
  on gone.last_day = peildatum.last_day
  and gone.persoon = helped_then.persoon
