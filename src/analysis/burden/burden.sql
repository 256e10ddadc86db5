-- What did each aanbieder have to send, correct and send again over the months asked?
-- One row for each aanbieder that sent a Bericht.
with sent as (
  select
    aanbieder,
    cast(count(*) as bigint) as berichten,
    cast(sum(case when soort = '323' then 1 else 0 end) as bigint) as declaraties,
    cast(sum(case when soort in ('305', '307') then 1 else 0 end) as bigint) as meldingen,
    cast(sum(case when soort in ('315', '317') then 1 else 0 end) as bigint) as verzoeken
  from bericht
  where gemeente_code = $gemeente_code
    and soort in ('305', '307', '315', '317', '323')
    and dagtekening between cast($van as date) and cast($tot as date)
    and dagtekening <= cast($bekend_op as date)
    and ($wet = '' or wet = $wet)
    and aanbieder is not null
  group by aanbieder
),
withdrawn as (
  select aanbieder, count(*) as lines
  from (
    select aanbieder, wet, dagtekening, gemeente_code, status_aanlevering from start
    union all
    select aanbieder, wet, dagtekening, gemeente_code, status_aanlevering from stop
  ) as told
  where gemeente_code = $gemeente_code
    and status_aanlevering <> '1'
    and dagtekening between cast($van as date) and cast($tot as date)
    and dagtekening <= cast($bekend_op as date)
    and ($wet = '' or wet = $wet)
  group by aanbieder
),
claimed as (
  select
    aanbieder,
    count(*) as lines,
    sum(case when is_credit then 1 else 0 end) as credits,
    sum(case when beantwoord_op <= cast($bekend_op as date) and not is_toegekend then 1 else 0 end) as refused_lines,
    count(distinct persoon) as persons
  from staande_kostenregel as kostenregel
  where gemeente_code = $gemeente_code
    and bekend_van between cast($van as date) and cast($tot as date)
    and bekend_van <= cast($bekend_op as date)
    and ($wet = '' or wet = $wet)
  group by aanbieder
),
refused as (
  select aanbieder, count(*) as berichten
  from retour
  where gemeente_code = $gemeente_code
    and is_afgekeurd
    and soort in ('305', '307', '315', '317', '323')
    and dagtekening_retour between cast($van as date) and cast($tot as date)
    and dagtekening_retour <= cast($bekend_op as date)
    and ($wet = '' or wet = $wet)
  group by aanbieder
),
refused_claim as (
  select aanbieder, count(distinct bericht_id) as berichten
  from staande_kostenregel as kostenregel
  where gemeente_code = $gemeente_code
    and is_verworpen
    and beantwoord_op between cast($van as date) and cast($tot as date)
    and beantwoord_op <= cast($bekend_op as date)
    and ($wet = '' or wet = $wet)
  group by aanbieder
)
select
  sent.aanbieder,
  sent.berichten,
  sent.declaraties,
  sent.meldingen,
  sent.verzoeken,
  cast(coalesce(claimed.lines, 0) as bigint) as regels,
  cast(coalesce(withdrawn.lines, 0) + coalesce(claimed.credits, 0) as bigint) as correcties,
  cast(coalesce(refused.berichten, 0) + coalesce(refused_claim.berichten, 0) as bigint) as geweigerde_berichten,
  cast(coalesce(claimed.refused_lines, 0) as bigint) as afgekeurde_regels,
  cast(coalesce(claimed.persons, 0) as bigint) as personen
from sent
left join withdrawn using (aanbieder)
left join claimed using (aanbieder)
left join refused using (aanbieder)
left join refused_claim using (aanbieder)
order by sent.berichten desc, sent.aanbieder
