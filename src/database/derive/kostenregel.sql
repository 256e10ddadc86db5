-- What was claimed, and what was answered?
-- One row for each gemeente and Prestatie of a 323 that counts.
with claim as (
  select prestatie.*, geldig_bericht.identificatie
  from prestatie
  join geraakt_client using (gemeente_code, client)
  join geldig_bericht using (gemeente_code, bericht_id)
),
ranked_answer as (
  select
    declaratie_antwoord.*,
    row_number() over (
      partition by
        declaratie_antwoord.gemeente_code, declaratie_antwoord.wet, declaratie_antwoord.aanbieder,
        declaratie_antwoord.declaratie_identificatie
      order by declaratie_antwoord.dagtekening, declaratie_antwoord.bericht_id
    ) as place
  from declaratie_antwoord
  join geldig_bericht using (gemeente_code, bericht_id)
),
answer as (
  select
    gemeente_code,
    bericht_id,
    wet,
    aanbieder,
    declaratie_identificatie,
    dagtekening,
    -- 0200: nothing to remark; 8001: granted as a whole. No DeclaratieAntwoord, or any other code: refused as a whole.
    coalesce(replace(replace(replace(retourcodes, '0200', ''), '8001', ''), ',', '') <> '', true) as is_verworpen,
    coalesce(retourcodes, retourcodes_bericht) as retourcodes
  from ranked_answer
  where place = 1
),
-- A 325 lists only what is refused, so what is granted follows from what is missing here.
refused_line as (
  select gemeente_code, bericht_id, referentie, min(retourcodes) as retourcodes
  from prestatie_antwoord
  group by gemeente_code, bericht_id, referentie
),
-- The state that was known on a day; before the first and in a gap the next one, after the last one that.
assigned as (
  select
    toewijzing.*,
    coalesce(
      lag(bekend_tot) over (partition by gemeente_code, wet, toewijzing_nummer order by bekend_van),
      date '0001-01-01'
    ) as since,
    case
      when lead(bekend_van) over (partition by gemeente_code, wet, toewijzing_nummer order by bekend_van) is null
        then date '9999-12-31'
      else bekend_tot
    end as until
  from toewijzing
  join geraakt_client using (gemeente_code, client)
)
insert into kostenregel (
  gemeente_code, bericht_id, regel, wet, client, persoon, aanbieder, toewijzing_nummer, product_categorie, product_code,
  begindatum, zorgmaand, volume, eenheid, tarief_cents, cents, is_credit, bekend_van, beantwoord_op, is_toegekend, is_verworpen,
  retourcodes, geboortemaand, geslacht, buurt_code, verwijzer_type, verwijzer_code
)
select
  claim.gemeente_code,
  claim.bericht_id,
  claim.regel,
  claim.wet,
  claim.client,
  persoon.persoon,
  claim.aanbieder,
  claim.toewijzing_nummer,
  claim.product_categorie,
  claim.product_code,
  claim.begindatum,
  cast(date_trunc('month', claim.begindatum) as date),
  claim.volume,
  claim.eenheid,
  claim.tarief_cents,
  claim.cents,
  claim.cents < 0,
  claim.dagtekening,
  answer.dagtekening,
  case when answer.bericht_id is not null then not answer.is_verworpen and refused_line.referentie is null end,
  coalesce(answer.is_verworpen, false),
  case when answer.is_verworpen then answer.retourcodes else refused_line.retourcodes end,
  assigned.geboortemaand,
  assigned.geslacht,
  assigned.buurt_code,
  coalesce(assigned.verwijzer_type, '01'),
  assigned.verwijzer_code
from claim
join persoon
  on persoon.gemeente_code = claim.gemeente_code
  and persoon.client = claim.client
left join answer
  on answer.gemeente_code = claim.gemeente_code
  and answer.wet = claim.wet
  and answer.aanbieder = claim.aanbieder
  and answer.declaratie_identificatie = claim.identificatie
left join refused_line
  on refused_line.gemeente_code = claim.gemeente_code
  and refused_line.bericht_id = answer.bericht_id
  and refused_line.referentie = claim.referentie
left join assigned
  on assigned.gemeente_code = claim.gemeente_code
  and assigned.wet = claim.wet
  and assigned.toewijzing_nummer = claim.toewijzing_nummer
  and assigned.since <= claim.dagtekening
  and assigned.until > claim.dagtekening
-- Months side by side, so that a question about some of them leaves the others unread.
order by claim.gemeente_code, date_trunc('month', claim.begindatum), claim.wet, claim.product_code, claim.aanbieder
