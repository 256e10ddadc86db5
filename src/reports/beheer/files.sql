-- Which files of Levering $levering_nummer ended in $toestand?
-- One row for each file, by name; $limit of them from $offset on.
with finding as (
  select sha256, tekst, row_number() over (partition by sha256 order by volgnummer) as place
  from bevinding
  where levering_nummer = $levering_nummer
)
select bestand.sha256, bestand.naam, bestand.grootte, bestand.reden, bestand.segment, finding.tekst
from bestand
left join finding on finding.sha256 = bestand.sha256 and finding.place = 1
where bestand.levering_nummer = $levering_nummer
  and bestand.toestand = $toestand
order by bestand.naam, bestand.sha256
limit $limit
offset $offset
