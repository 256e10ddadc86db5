-- Which care was granted and not taken back? One row for each client, Toewijzing, product and month of care.
select granted_care.*, zorgmaand as on_day
from granted_care
