-- How many Berichten had a retourbericht within three working days?
-- One row for each Bericht that had to be answered. Until its term is over the outcome is not known: no numerator and no
-- denominator. Whom it is about is not looked up: each Bericht tells of one person.
with sent as (
  select distinct
    wet,
    soort,
    aanbieder,
    identificatie,
    dagtekening,
    bericht_id,
    -- When it was received stands nowhere: the envelope says when it was sent, else its Dagtekening.
    coalesce(cast(verzonden_op as date), dagtekening) as sent_on
  from bericht
  where gemeente_code = $gemeente_code
    and dagtekening <= cast($bekend_op as date)
    and aanbieder is not null
    -- A row of a table is no Bericht that anybody sent.
    and release <> 'tabel'
),
answer as (
  select wet, soort, aanbieder, identificatie, dagtekening, min(dagtekening_retour) as answered_on
  from retour
  where gemeente_code = $gemeente_code
    and dagtekening_retour <= cast($bekend_op as date)
  group by wet, soort, aanbieder, identificatie, dagtekening
),
-- A gemeente that keeps no answers of a kind cannot miss them.
kept as (
  select distinct wet, soort from answer
)
select
  $gemeente_code as gemeente_code,
  sent.wet,
  cast(null as integer) as persoon,
  sent.aanbieder,
  'onbekend' as product_categorie,
  'onbekend' as product_code,
  cast(null as text) as buurt_code,
  cast(null as date) as geboortemaand,
  cast(null as text) as geslacht,
  'onbekend' as verwijzer_type,
  cast(null as text) as verwijzer_code,
  -- The aanbieder answers a Toewijzing and an answer to its verzoek, the gemeente all else.
  case when sent.soort in ('301', '319') then 'door-aanbieder' else 'door-gemeente' end as part,
  sent.sent_on as on_day,
  case
    when today.nummer - sent_day.nummer <= 3 then null
    when answer.answered_on <= sent.sent_on or answer_day.nummer - sent_day.nummer <= 3 then 1
    else 0
  end as numerator,
  case when today.nummer - sent_day.nummer > 3 then 1 end as denominator,
  1 as people
from sent
join kept
  on kept.wet = sent.wet
  and kept.soort = sent.soort
join werkdag as today on today.dag = cast($bekend_op as date)
join werkdag as sent_day on sent_day.dag = sent.sent_on
left join answer
  on answer.wet = sent.wet
  and answer.soort = sent.soort
  and answer.aanbieder = sent.aanbieder
  and answer.identificatie = sent.identificatie
  and answer.dagtekening = sent.dagtekening
left join werkdag as answer_day on answer_day.dag = answer.answered_on
