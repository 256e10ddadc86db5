-- In which states did the files of Levering $levering_nummer end?
-- One row for each state with at least one file.
select toestand, cast(count(*) as bigint) as aantal
from bestand
where levering_nummer = $levering_nummer
group by toestand
