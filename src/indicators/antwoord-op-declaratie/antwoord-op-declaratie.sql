-- How many declaraties had an answer of the gemeente within ten working days?
-- One row for each declaratie. Until its term is over the outcome is not known: no numerator and no denominator. Whom it
-- is about is not looked up: each counts as one person, and it tells of at least one.
with answer as (
  select wet, aanbieder, declaratie_identificatie, min(dagtekening) as answered_on
  from declaratie_antwoord
  where gemeente_code = $gemeente_code
    and dagtekening <= cast($bekend_op as date)
  group by wet, aanbieder, declaratie_identificatie
),
-- A gemeente that keeps no answers cannot miss them.
kept as (
  select distinct wet from answer
),
sent as (
  select distinct
    wet,
    aanbieder,
    identificatie,
    bericht_id,
    -- When it was received stands nowhere: the envelope says when it was sent, else its Dagtekening.
    coalesce(cast(verzonden_op as date), dagtekening) as sent_on
  from bericht
  where gemeente_code = $gemeente_code
    and dagtekening <= cast($bekend_op as date)
    and soort = '323'
    and aanbieder is not null
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
  sent.sent_on as on_day,
  case
    when today.nummer - sent_day.nummer <= 10 then null
    when answer.answered_on <= sent.sent_on or answer_day.nummer - sent_day.nummer <= 10 then 1
    else 0
  end as numerator,
  case when today.nummer - sent_day.nummer > 10 then 1 end as denominator,
  1 as people
from sent
join kept on kept.wet = sent.wet
join werkdag as today on today.dag = cast($bekend_op as date)
join werkdag as sent_day on sent_day.dag = sent.sent_on
left join answer
  on answer.wet = sent.wet
  and answer.aanbieder = sent.aanbieder
  and answer.declaratie_identificatie = sent.identificatie
left join werkdag as answer_day on answer_day.dag = answer.answered_on
