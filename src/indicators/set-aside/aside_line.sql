-- Lines of a declaratie that are set aside, or would have another amount.
select bericht_id, regel, min(hersteld_cents) as hersteld_cents
from open_gebrek
where regel is not null
group by bericht_id, regel
