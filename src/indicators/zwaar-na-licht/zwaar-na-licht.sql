-- Who began with light help, and got heavier help within a year?
-- One row for each person and such a begin. Until a year has passed since the month of that begin the outcome is not known:
-- no numerator and no denominator.
with light_begin as (
  select
    new_client.*,
    cast(date_trunc('month', begindatum) + interval '13 months' as date) - 1 <= cast($bekend_op as date) as is_known
  from new_client
  where zwaarte = 1
),
heavier as (
  select distinct light_begin.persoon, light_begin.begindatum
  from light_begin
  join helped_span
    on helped_span.persoon = light_begin.persoon
    and helped_span.begindatum > light_begin.begindatum
    and helped_span.begindatum <= cast(light_begin.begindatum + interval '12 months' as date)
  where helped_span.zwaarte > 1
)
select
  light_begin.*,
  light_begin.begindatum as on_day,
  case when is_known then case when heavier.persoon is null then 0 else 1 end end as numerator,
  case when is_known then 1 end as denominator,
  case when is_in_first_year then 'binnen een jaar na het eerste bericht' end as left_out
from light_begin
left join heavier
  on heavier.persoon = light_begin.persoon
  and heavier.begindatum = light_begin.begindatum
