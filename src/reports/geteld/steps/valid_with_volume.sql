-- Which of them say how much help? One row for each Toewijzing.
select known_toewijzing.*, ingangsdatum as begindatum
from known_toewijzing
where volume is not null
