-- Which trajecten ended? One row for each traject.
select ended_traject.*, einddatum as on_day
from ended_traject
