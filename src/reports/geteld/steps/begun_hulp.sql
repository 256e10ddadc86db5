-- Which help began? One row for each begin.
select known_hulp.*, begindatum as on_day
from known_hulp
