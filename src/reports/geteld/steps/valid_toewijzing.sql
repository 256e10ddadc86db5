-- Which Toewijzingen were valid? One row for each Toewijzing.
select known_toewijzing.*, ingangsdatum as begindatum
from known_toewijzing
