-- Which claims were answered by a touched 325?
-- One row for each 323 that is not touched itself.
insert into geraakt_bericht (gemeente_code, bericht_id, om_sleutel)
select distinct claim.gemeente_code, claim.bericht_id, false
from declaratie_antwoord
join geraakt_bericht using (gemeente_code, bericht_id)
join bericht as claim
  on claim.gemeente_code = declaratie_antwoord.gemeente_code
  and claim.wet = declaratie_antwoord.wet
  and claim.soort = '323'
  and claim.aanbieder = declaratie_antwoord.aanbieder
  and claim.identificatie = declaratie_antwoord.declaratie_identificatie
where not exists (
  select 1
  from geraakt_bericht as touched
  where touched.gemeente_code = claim.gemeente_code
    and touched.bericht_id = claim.bericht_id
)
