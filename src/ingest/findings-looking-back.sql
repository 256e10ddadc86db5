-- What looking back found of the Berichten of the Levering $levering (null: of all), with the file each came in.
-- One row for each finding and file.
select
  bestand.naam,
  bestand.sha256,
  bestand.toestand,
  bericht.identificatie,
  finding.soort,
  finding.regel_nummer,
  finding.regel,
  finding.niveau,
  finding.retourcode,
  finding.ernst
from terugblik_bevinding as finding
join (select distinct gemeente_code, bericht_id, identificatie, sha256, levering_nummer from bericht) as bericht
  on bericht.gemeente_code = finding.gemeente_code
  and bericht.bericht_id = finding.bericht_id
join bestand
  on bestand.sha256 = bericht.sha256
  and bestand.toestand <> 'geweigerd'
where cast($levering as integer) is null or bericht.levering_nummer = cast($levering as integer)
order by bestand.naam, finding.regel_nummer, finding.regel
