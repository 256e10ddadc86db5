-- Which help ended? One row for each begin.
select known_hulp.*, einddatum as on_day
from known_hulp
where einddatum <= cast($bekend_op as date)
