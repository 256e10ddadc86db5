-- What did an hour of help cost?
-- One row for each granted line; a credit takes its hours back.
select
  known_kostenregel.*,
  zorgmaand as on_day,
  cents as numerator,
  cast(case when is_credit then -volume else volume end as double precision)
    / case eenheid when '01' then 60 else 1 end as denominator,
  case when eenheid not in ('01', '04') then 'niet per uur of minuut' end as left_out
from known_kostenregel
where is_toegekend
