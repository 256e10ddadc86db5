-- Which amounts did the gemeente tell of? One row for each.
select *
from known_overige_kosten
where part = '$soort'
