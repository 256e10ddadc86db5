-- How much did the wijkteam cost per inhabitant?
-- One row for each amount that the gemeente told of; composing adds the inhabitants.
select *
from known_overige_kosten
where part = 'wijkteam'
