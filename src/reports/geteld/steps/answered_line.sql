-- Which of them were answered by the gemeente? One row for each line.
select known_kostenregel.*, zorgmaand as on_day
from known_kostenregel
where not is_verworpen
  and is_toegekend is not null
