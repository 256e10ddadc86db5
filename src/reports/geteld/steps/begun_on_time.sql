-- Which of them were assigned before they began, with a start that was told? One row for each Toewijzing.
select first_start.*, begindatum as on_day
from first_start
where eerst_toegewezen_op is not null
  and ingangsdatum >= eerst_toegewezen_op
  and begin_bron = 'start'
