-- Which trajecten began? One row for each traject.
select traject.*, begindatum as on_day
from traject
