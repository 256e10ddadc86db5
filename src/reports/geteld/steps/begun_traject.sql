-- Which trajecten began? One row for each traject.
select known_traject.*, begindatum as on_day
from known_traject
