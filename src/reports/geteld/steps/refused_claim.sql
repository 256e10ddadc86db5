-- Which claims did the gemeente refuse? One row for each line.
select known_kostenregel.*, zorgmaand as on_day
from known_kostenregel
where not is_verworpen
  and not is_credit
  and not is_toegekend
