-- Which of them ended with a reden that says how? One row for each traject.
select judged_traject.*, einddatum as on_day
from judged_traject
