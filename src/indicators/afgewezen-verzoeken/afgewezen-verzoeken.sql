-- How many verzoeken of aanbieders did the gemeente refuse?
-- One row for each verzoek that was decided, under the day of that decision.
select
  verzoek_with_answer.*,
  least(granted_on, refused_on) as on_day,
  -- Granted in spite of a refusal is granted.
  case when granted_on is null then 1 else 0 end as numerator,
  1 as denominator
from verzoek_with_answer
where granted_on is not null
  or refused_on is not null
