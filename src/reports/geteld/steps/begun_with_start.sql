-- Which Toewijzingen had their first start? One row for each Toewijzing.
select known_eerste_start.*, begindatum as on_day
from known_eerste_start
