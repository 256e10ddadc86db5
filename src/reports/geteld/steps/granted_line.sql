-- Which lines were granted? One row for each line.
select known_kostenregel.*, zorgmaand as on_day
from known_kostenregel
where is_toegekend
