-- Which of them were assigned before they began, with a start that was told? One row for each Toewijzing.
select known_eerste_start.*, begindatum as on_day
from known_eerste_start
where eerst_toegewezen_op is not null
  and ingangsdatum >= eerst_toegewezen_op
  and begin_bron = 'start'
