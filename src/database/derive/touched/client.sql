-- Whom are the touched Berichten about?
-- One row for each client they name, and for each whose Toewijzing bears the reference of a touched request.
with touched as (
  select toewijzing_versie.gemeente_code, toewijzing_versie.client
  from toewijzing_versie
  join geraakt_bericht using (gemeente_code, bericht_id)
  union
  select start.gemeente_code, start.client
  from start
  join geraakt_bericht using (gemeente_code, bericht_id)
  union
  select stop.gemeente_code, stop.client
  from stop
  join geraakt_bericht using (gemeente_code, bericht_id)
  union
  select prestatie.gemeente_code, prestatie.client
  from prestatie
  join geraakt_bericht using (gemeente_code, bericht_id)
  union
  select toewijzing_versie.gemeente_code, toewijzing_versie.client
  from verzoek
  join geraakt_bericht using (gemeente_code, bericht_id)
  join toewijzing_versie
    on toewijzing_versie.gemeente_code = verzoek.gemeente_code
    and toewijzing_versie.wet = verzoek.wet
    and toewijzing_versie.aanbieder = verzoek.aanbieder
    and toewijzing_versie.referentie_aanbieder = verzoek.referentie_aanbieder
)
insert into geraakt_client (gemeente_code, client)
select gemeente_code, client from touched
