-- Whom does the delivery in `apart` have to do with?
-- One row for each client that it names, and for each that the database names beside what it names: a Toewijzing, a
-- reference, or a Bericht that it answers, refuses or repeats the identificatie of.
with own_client as (
  select gemeente_code, client from apart.toewijzing_versie
  union
  select gemeente_code, client from apart.start
  union
  select gemeente_code, client from apart.stop
  union
  select gemeente_code, client from apart.verzoek
  union
  select gemeente_code, client from apart.prestatie
  union
  select gemeente_code, client from apart.prestatie_antwoord
),
own_number as (
  select gemeente_code, wet, toewijzing_nummer from apart.toewijzing_versie
  union
  select gemeente_code, wet, toewijzing_nummer from apart.start
  union
  select gemeente_code, wet, toewijzing_nummer from apart.stop
  union
  select gemeente_code, wet, toewijzing_nummer from apart.verzoek
  union
  select gemeente_code, wet, toewijzing_nummer from apart.prestatie
),
own_reference as (
  select gemeente_code, wet, aanbieder, referentie_aanbieder from apart.toewijzing_versie
  union
  select gemeente_code, wet, aanbieder, referentie_aanbieder from apart.verzoek
  union
  select gemeente_code, wet, aanbieder, referentie_aanbieder from apart.antwoord
),
own_line as (
  select distinct gemeente_code, wet, aanbieder, referentie
  from apart.prestatie
),
meant as (
  select bericht.gemeente_code, bericht.bericht_id
  from bericht
  join (
    select gemeente_code, wet, soort, aanbieder, identificatie from apart.bericht
    union
    select gemeente_code, wet, soort, aanbieder, identificatie from apart.retour
    union
    select gemeente_code, wet, '323', aanbieder, declaratie_identificatie from apart.declaratie_antwoord
  ) as own
    on own.gemeente_code = bericht.gemeente_code
    and own.wet = bericht.wet
    and own.soort = bericht.soort
    and own.identificatie = bericht.identificatie
    and coalesce(own.aanbieder, '') = coalesce(bericht.aanbieder, '')
)
insert into apart.geraakt_client (gemeente_code, client)
select gemeente_code, client from own_client
union
select gemeente_code, client from toewijzing_versie join own_number using (gemeente_code, wet, toewijzing_nummer)
union
select gemeente_code, client from start join own_number using (gemeente_code, wet, toewijzing_nummer)
union
select gemeente_code, client from stop join own_number using (gemeente_code, wet, toewijzing_nummer)
union
select gemeente_code, client from prestatie join own_number using (gemeente_code, wet, toewijzing_nummer)
union
select gemeente_code, client
from toewijzing_versie
join own_reference using (gemeente_code, wet, aanbieder, referentie_aanbieder)
union
select gemeente_code, client from verzoek join own_reference using (gemeente_code, wet, aanbieder, referentie_aanbieder)
union
select gemeente_code, client from prestatie join own_line using (gemeente_code, wet, aanbieder, referentie)
union
select gemeente_code, client from toewijzing_versie join meant using (gemeente_code, bericht_id)
union
select gemeente_code, client from start join meant using (gemeente_code, bericht_id)
union
select gemeente_code, client from stop join meant using (gemeente_code, bericht_id)
union
select gemeente_code, client from verzoek join meant using (gemeente_code, bericht_id)
union
select gemeente_code, client from prestatie join meant using (gemeente_code, bericht_id)
