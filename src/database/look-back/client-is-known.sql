-- Which lines are about somebody who is no Client as far as was known?
-- One row for each line of a 317, 323 or 325.
with own as (
  select prestatie.gemeente_code, prestatie.bericht_id, prestatie.regel, prestatie.wet, prestatie.client,
    prestatie.dagtekening
  from prestatie
  join te_beoordelen using (gemeente_code, bericht_id, regel)
  join geldig_bericht using (gemeente_code, bericht_id)
  union all
  select verzoek.gemeente_code, verzoek.bericht_id, verzoek.regel, verzoek.wet, verzoek.client, verzoek.dagtekening
  from verzoek
  join te_beoordelen using (gemeente_code, bericht_id, regel)
  join geldig_bericht using (gemeente_code, bericht_id)
  where verzoek.soort <> 'toewijzing'
),
known_client as (
  select gemeente_code, wet, client, min(toewijzing_versie.dagtekening) as since
  from toewijzing_versie
  join geldig_bericht using (gemeente_code, bericht_id, wet)
  group by gemeente_code, wet, client
),
broken as (
  select own.gemeente_code, own.bericht_id, own.regel
  from own
  left join known_client
    on known_client.gemeente_code = own.gemeente_code
    and known_client.wet = own.wet
    and known_client.client = own.client
  where known_client.since is null or known_client.since > own.dagtekening
  union all
  -- An aanbieder knows whom it claimed for.
  select own_answer.gemeente_code, own_answer.bericht_id, own_answer.regel
  from prestatie_antwoord as own_answer
  join te_beoordelen using (gemeente_code, bericht_id, regel)
  join declaratie_antwoord using (gemeente_code, bericht_id)
  join geldig_bericht using (gemeente_code, bericht_id)
  join declaratie
    on declaratie.gemeente_code = declaratie_antwoord.gemeente_code
    and declaratie.wet = declaratie_antwoord.wet
    and declaratie.aanbieder = declaratie_antwoord.aanbieder
    and declaratie.identificatie = declaratie_antwoord.declaratie_identificatie
  where not exists (
    select 1
    from prestatie
    where prestatie.gemeente_code = declaratie.gemeente_code
      and prestatie.bericht_id = declaratie.bericht_id
      and prestatie.client = own_answer.client
  )
)
select gemeente_code, bericht_id, regel, 'TR304' as rule
from broken
