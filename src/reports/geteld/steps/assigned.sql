-- Which Toewijzingen were made? One row for each Toewijzing.
select known_toewijzing.*, eerst_toegewezen_op as on_day
from known_toewijzing
