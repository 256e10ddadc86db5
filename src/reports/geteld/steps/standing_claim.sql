-- Which claims, and not credits, stand in a declaratie that was not refused as a whole? One row for each line.
select known_kostenregel.*, zorgmaand as on_day
from known_kostenregel
where not is_verworpen
  and not is_credit
