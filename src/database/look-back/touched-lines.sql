-- Which lines may be judged otherwise now that the Levering $levering is here?
-- One row for each line of a Bericht, and one with regel 0 for the Bericht itself.
-- A line is judged by what was known on its Dagtekening. So a new Bericht touches itself, and what is dated on or after
-- it and speaks of the same Toewijzing, Client or reference.
with own as (
  -- With those of the same identificatie: which of them counts may be another one now.
  select distinct
    other.gemeente_code, other.bericht_id, other.wet, other.soort, other.aanbieder, other.identificatie,
    other.dagtekening
  from bericht as own
  join bericht as other
    on other.gemeente_code = own.gemeente_code
    and other.wet = own.wet
    and other.soort = own.soort
    and other.identificatie = own.identificatie
    and coalesce(other.aanbieder, '') = coalesce(own.aanbieder, '')
  where own.levering_nummer = $levering
),
-- What a retourbericht refuses counts no longer.
refused as (
  select distinct
    other.gemeente_code, other.bericht_id, other.wet, other.soort, other.aanbieder, other.identificatie,
    other.dagtekening
  from own
  join retour
    on retour.gemeente_code = own.gemeente_code
    and retour.bericht_id = own.bericht_id
  join bericht as other
    on other.gemeente_code = retour.gemeente_code
    and other.wet = retour.wet
    and other.soort = retour.soort
    and other.aanbieder = retour.aanbieder
    and other.identificatie = retour.identificatie
),
sent as (
  select * from own
  union
  select * from refused
),
-- An answer says which lines of a claim were granted, and whether a request is still pending.
answered as (
  select bericht.gemeente_code, bericht.bericht_id, bericht.wet, bericht.soort, bericht.aanbieder,
    bericht.identificatie, bericht.dagtekening
  from sent
  join declaratie_antwoord
    on declaratie_antwoord.gemeente_code = sent.gemeente_code
    and declaratie_antwoord.bericht_id = sent.bericht_id
  join bericht
    on bericht.gemeente_code = declaratie_antwoord.gemeente_code
    and bericht.wet = declaratie_antwoord.wet
    and bericht.aanbieder = declaratie_antwoord.aanbieder
    and bericht.identificatie = declaratie_antwoord.declaratie_identificatie
    and bericht.soort = '323'
  union
  select bericht.gemeente_code, bericht.bericht_id, bericht.wet, bericht.soort, bericht.aanbieder,
    bericht.identificatie, bericht.dagtekening
  from sent
  join antwoord
    on antwoord.gemeente_code = sent.gemeente_code
    and antwoord.bericht_id = sent.bericht_id
  join verzoek
    on verzoek.gemeente_code = antwoord.gemeente_code
    and verzoek.wet = antwoord.wet
    and verzoek.aanbieder = antwoord.aanbieder
    and verzoek.referentie_aanbieder = antwoord.referentie_aanbieder
  join bericht
    on bericht.gemeente_code = verzoek.gemeente_code
    and bericht.bericht_id = verzoek.bericht_id
),
changed as (
  select * from sent
  union
  select * from answered
),
changed_version as (
  select toewijzing_versie.*
  from toewijzing_versie
  join changed using (gemeente_code, bericht_id)
),
changed_request as (
  select verzoek.*
  from verzoek
  join changed using (gemeente_code, bericht_id)
),
changed_start as (
  select start.*
  from start
  join changed using (gemeente_code, bericht_id)
),
changed_stop as (
  select stop.*
  from stop
  join changed using (gemeente_code, bericht_id)
),
changed_line as (
  select prestatie.*
  from prestatie
  join changed using (gemeente_code, bericht_id)
),
changed_answer as (
  select antwoord.*
  from antwoord
  join changed using (gemeente_code, bericht_id)
),
of_toewijzing as (
  select gemeente_code, wet, toewijzing_nummer, min(dagtekening) as since
  from (
    select gemeente_code, wet, toewijzing_nummer, dagtekening from changed_version
    union all
    select gemeente_code, wet, toewijzing_nummer, dagtekening from changed_start
    union all
    select gemeente_code, wet, toewijzing_nummer, dagtekening from changed_stop
    union all
    select gemeente_code, wet, toewijzing_nummer, dagtekening from changed_line
  ) as named
  where toewijzing_nummer is not null
  group by gemeente_code, wet, toewijzing_nummer
),
of_client as (
  select gemeente_code, wet, client, min(dagtekening) as since
  from (
    select gemeente_code, wet, client, dagtekening from changed_version
    union all
    select gemeente_code, wet, client, dagtekening from changed_request
    union all
    select gemeente_code, wet, client, dagtekening from changed_start where toewijzing_nummer is null
    union all
    select gemeente_code, wet, client, dagtekening from changed_stop where toewijzing_nummer is null
  ) as named
  group by gemeente_code, wet, client
),
assigned_client as (
  select gemeente_code, wet, client, min(dagtekening) as since
  from changed_version
  group by gemeente_code, wet, client
),
of_reference as (
  select gemeente_code, wet, aanbieder, referentie_aanbieder, min(dagtekening) as since
  from (
    select gemeente_code, wet, aanbieder, referentie_aanbieder, dagtekening from changed_version
    union all
    select gemeente_code, wet, aanbieder, referentie_aanbieder, dagtekening from changed_request
    union all
    select gemeente_code, wet, aanbieder, referentie_aanbieder, dagtekening from changed_answer
  ) as named
  where referentie_aanbieder is not null
  group by gemeente_code, wet, aanbieder, referentie_aanbieder
),
of_line as (
  select gemeente_code, wet, aanbieder, referentie, min(dagtekening) as since
  from changed_line
  group by gemeente_code, wet, aanbieder, referentie
),
of_claim as (
  select gemeente_code, wet, aanbieder, min(dagtekening) as since
  from changed
  where soort = '323'
  group by gemeente_code, wet, aanbieder
),
-- Requests are judged as a whole: their products together are the wish.
touched_request as (
  select verzoek.gemeente_code, verzoek.bericht_id
  from verzoek
  join of_client
    on of_client.gemeente_code = verzoek.gemeente_code
    and of_client.wet = verzoek.wet
    and of_client.client = verzoek.client
    and of_client.since <= verzoek.dagtekening
  union
  select verzoek.gemeente_code, verzoek.bericht_id
  from verzoek
  join of_reference
    on of_reference.gemeente_code = verzoek.gemeente_code
    and of_reference.wet = verzoek.wet
    and of_reference.aanbieder = verzoek.aanbieder
    and of_reference.referentie_aanbieder = verzoek.referentie_aanbieder
    and of_reference.since <= verzoek.dagtekening
  union
  select verzoek.gemeente_code, verzoek.bericht_id
  from verzoek
  join of_toewijzing
    on of_toewijzing.gemeente_code = verzoek.gemeente_code
    and of_toewijzing.wet = verzoek.wet
    and of_toewijzing.toewijzing_nummer = verzoek.toewijzing_nummer
    and of_toewijzing.since <= verzoek.dagtekening
),
-- An answer is judged by the claim it answers.
touched_claim_answer as (
  select declaratie_antwoord.gemeente_code, declaratie_antwoord.bericht_id
  from declaratie_antwoord
  join changed
    on changed.gemeente_code = declaratie_antwoord.gemeente_code
    and changed.wet = declaratie_antwoord.wet
    and changed.aanbieder = declaratie_antwoord.aanbieder
    and changed.identificatie = declaratie_antwoord.declaratie_identificatie
    and changed.soort = '323'
),
whole as (
  select gemeente_code, bericht_id from changed
  union
  select gemeente_code, bericht_id from touched_request
  union
  select gemeente_code, bericht_id from touched_claim_answer
),
touched as (
  select gemeente_code, bericht_id, 0 as regel from whole
  union
  select gemeente_code, bericht_id, regel from verzoek join whole using (gemeente_code, bericht_id)
  union
  select gemeente_code, bericht_id, regel from prestatie_antwoord join whole using (gemeente_code, bericht_id)
  union
  select gemeente_code, bericht_id, regel from changed_version
  union
  select gemeente_code, bericht_id, regel from changed_start
  union
  select gemeente_code, bericht_id, regel from changed_stop
  union
  select gemeente_code, bericht_id, regel from changed_line
  union
  select toewijzing_versie.gemeente_code, toewijzing_versie.bericht_id, toewijzing_versie.regel
  from toewijzing_versie
  join of_toewijzing
    on of_toewijzing.gemeente_code = toewijzing_versie.gemeente_code
    and of_toewijzing.wet = toewijzing_versie.wet
    and of_toewijzing.toewijzing_nummer = toewijzing_versie.toewijzing_nummer
    and of_toewijzing.since <= toewijzing_versie.dagtekening
  union
  select toewijzing_versie.gemeente_code, toewijzing_versie.bericht_id, toewijzing_versie.regel
  from toewijzing_versie
  join of_reference
    on of_reference.gemeente_code = toewijzing_versie.gemeente_code
    and of_reference.wet = toewijzing_versie.wet
    and of_reference.aanbieder = toewijzing_versie.aanbieder
    and of_reference.referentie_aanbieder = toewijzing_versie.referentie_aanbieder
    and of_reference.since <= toewijzing_versie.dagtekening
  union
  select start.gemeente_code, start.bericht_id, start.regel
  from start
  join of_toewijzing
    on of_toewijzing.gemeente_code = start.gemeente_code
    and of_toewijzing.wet = start.wet
    and of_toewijzing.toewijzing_nummer = start.toewijzing_nummer
    and of_toewijzing.since <= start.dagtekening
  union
  select stop.gemeente_code, stop.bericht_id, stop.regel
  from stop
  join of_toewijzing
    on of_toewijzing.gemeente_code = stop.gemeente_code
    and of_toewijzing.wet = stop.wet
    and of_toewijzing.toewijzing_nummer = stop.toewijzing_nummer
    and of_toewijzing.since <= stop.dagtekening
  union
  select start.gemeente_code, start.bericht_id, start.regel
  from start
  join of_client
    on of_client.gemeente_code = start.gemeente_code
    and of_client.wet = start.wet
    and of_client.client = start.client
    and of_client.since <= start.dagtekening
  where start.toewijzing_nummer is null
  union
  select stop.gemeente_code, stop.bericht_id, stop.regel
  from stop
  join of_client
    on of_client.gemeente_code = stop.gemeente_code
    and of_client.wet = stop.wet
    and of_client.client = stop.client
    and of_client.since <= stop.dagtekening
  where stop.toewijzing_nummer is null
  union
  select prestatie.gemeente_code, prestatie.bericht_id, prestatie.regel
  from prestatie
  join of_toewijzing
    on of_toewijzing.gemeente_code = prestatie.gemeente_code
    and of_toewijzing.wet = prestatie.wet
    and of_toewijzing.toewijzing_nummer = prestatie.toewijzing_nummer
    and of_toewijzing.since <= prestatie.dagtekening
  union
  select prestatie.gemeente_code, prestatie.bericht_id, prestatie.regel
  from prestatie
  join assigned_client
    on assigned_client.gemeente_code = prestatie.gemeente_code
    and assigned_client.wet = prestatie.wet
    and assigned_client.client = prestatie.client
    and assigned_client.since <= prestatie.dagtekening
  union
  select prestatie.gemeente_code, prestatie.bericht_id, prestatie.regel
  from prestatie
  join of_line
    on of_line.gemeente_code = prestatie.gemeente_code
    and of_line.wet = prestatie.wet
    and of_line.aanbieder = prestatie.aanbieder
    and of_line.referentie = prestatie.referentie
    and of_line.since <= prestatie.dagtekening
  union
  select declaratie.gemeente_code, declaratie.bericht_id, 0
  from declaratie
  join of_claim
    on of_claim.gemeente_code = declaratie.gemeente_code
    and of_claim.wet = declaratie.wet
    and of_claim.aanbieder = declaratie.aanbieder
    and of_claim.since <= declaratie.dagtekening
  union
  select antwoord.gemeente_code, antwoord.bericht_id, 0
  from antwoord
  join of_reference
    on of_reference.gemeente_code = antwoord.gemeente_code
    and of_reference.wet = antwoord.wet
    and of_reference.aanbieder = antwoord.aanbieder
    and of_reference.referentie_aanbieder = antwoord.referentie_aanbieder
    and of_reference.since <= antwoord.dagtekening
)
insert into te_beoordelen (gemeente_code, bericht_id, regel)
select gemeente_code, bericht_id, cast(regel as integer)
from touched
