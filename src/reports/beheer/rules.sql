-- Which rules did the Berichten of Levering $levering_nummer break?
-- One row for each rule and severity, the most files first.
select
  regel,
  ernst,
  min(tekst) as tekst,
  cast(count(distinct sha256) as bigint) as bestanden,
  cast(count(*) as bigint) as aantal
from bevinding
where levering_nummer = $levering_nummer
group by regel, ernst
order by bestanden desc, regel, ernst
