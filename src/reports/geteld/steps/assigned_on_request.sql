-- Which of them answer a request of an aanbieder? One row for each Toewijzing.
select known_toewijzing.*, eerst_toegewezen_op as on_day
from known_toewijzing
where verzocht_op is not null
