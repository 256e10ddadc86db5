-- Which lines were claimed for the care of each month? One row for each line of each 323.
select known_kostenregel.*, zorgmaand as on_day
from known_kostenregel
