-- Who began with light help, of all who were new to help?
-- One row for each person and begin after a year or more without help. Until a month has passed since the month of that
-- begin, other help may still begin beside it: no numerator and no denominator.
with known_begin as (
  select
    new_client.*,
    cast(date_trunc('month', begindatum) + interval '2 months' as date) - 1 <= cast($bekend_op as date) as is_known
  from new_client
)
select
  known_begin.*,
  begindatum as on_day,
  case when is_known then case when zwaarte = 1 then 1 else 0 end end as numerator,
  case when is_known then 1 end as denominator,
  case
    when is_in_first_year then 'binnen een jaar na het eerste bericht'
    when zwaarte is null then 'zwaarte van het product onbekend'
  end as left_out
from known_begin
