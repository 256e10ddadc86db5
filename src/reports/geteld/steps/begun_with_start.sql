-- Which Toewijzingen had their first start? One row for each Toewijzing.
select first_start.*, begindatum as on_day
from first_start
