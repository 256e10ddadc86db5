-- What was granted in the 24 months from the begin of help on, for who began light, with the middle, or heavy?
-- One row for each person and begin after a year or more without help. Until those months and three more for late claims
-- have passed, the sum is not known: no numerator and no denominator.
with known_begin as (
  select
    new_client.*,
    cast(date_trunc('month', begindatum) as date) as first_month,
    cast(date_trunc('month', begindatum) + interval '24 months' as date) as month_after,
    cast(date_trunc('month', begindatum) + interval '27 months' as date) - 1 <= cast($bekend_op as date) as is_known
  from new_client
),
spent as (
  select
    known_begin.persoon,
    known_begin.begindatum,
    cast(sum(known_kostenregel.cents) as bigint) as cents
  from known_begin
  join known_kostenregel
    on known_kostenregel.persoon = known_begin.persoon
    and known_kostenregel.zorgmaand >= known_begin.first_month
    and known_kostenregel.zorgmaand < known_begin.month_after
  where known_begin.is_known
    and known_kostenregel.is_toegekend
  group by known_begin.persoon, known_begin.begindatum
)
select
  known_begin.*,
  known_begin.begindatum as on_day,
  case zwaarte when 1 then 'licht-eerst' when 2 then 'midden-eerst' when 3 then 'zwaar-eerst' else 'onbekend' end as part,
  case when is_known then coalesce(spent.cents, 0) end as numerator,
  case when is_known then 1 end as denominator,
  case
    when is_in_first_year then 'binnen een jaar na het eerste bericht'
    when zwaarte is null then 'zwaarte van het product onbekend'
  end as left_out
from known_begin
left join spent
  on spent.persoon = known_begin.persoon
  and spent.begindatum = known_begin.begindatum
