-- What came back to an aanbieder, and what is not answered yet, over the twelve months before $bekend_op?
-- One row for each kind and, of lines that were refused, each retourcode.
with refused_bericht as (
  select soort, retourcodes, dagtekening_retour as told_on, 0 as lines, cast(null as bigint) as cents, identificatie
  from retour
  where gemeente_code = $gemeente_code
    and aanbieder = $aanbieder
    and is_afgekeurd
    -- What the gemeente sent and the aanbieder refused is the gemeente's to mend.
    and soort in ('305', '307', '315', '317', '323')
),
line as (
  select *
  from staande_kostenregel as kostenregel
  where gemeente_code = $gemeente_code
    and aanbieder = $aanbieder
    and bekend_van <= cast($bekend_op as date)
    and bekend_van > cast($bekend_op as date) - 365
)
select
  'bericht-geweigerd' as kind, soort, retourcodes as retourcode, cast(count(*) as bigint) as aantal,
  cast(null as bigint) as cents, cast(count(*) as bigint) as personen, max(told_on) as laatste
from refused_bericht
where told_on <= cast($bekend_op as date)
  and told_on > cast($bekend_op as date) - 365
group by soort, retourcodes
union all
select
  'declaratie-geweigerd', '323', coalesce(retourcodes, ''), cast(count(*) as bigint), cast(sum(cents) as bigint),
  cast(count(distinct persoon) as bigint), max(beantwoord_op)
from line
where is_verworpen and beantwoord_op <= cast($bekend_op as date)
group by coalesce(retourcodes, '')
union all
select
  'regel-afgekeurd', '323', coalesce(retourcodes, ''), cast(count(*) as bigint), cast(sum(cents) as bigint),
  cast(count(distinct persoon) as bigint), max(beantwoord_op)
from line
where not is_toegekend and not is_verworpen and beantwoord_op <= cast($bekend_op as date)
group by coalesce(retourcodes, '')
union all
select
  'wacht-op-antwoord', '323', '', cast(count(*) as bigint), cast(sum(cents) as bigint),
  cast(count(distinct persoon) as bigint), min(bekend_van)
from line
where beantwoord_op is null or beantwoord_op > cast($bekend_op as date)
having count(*) > 0
order by 1, 2, 3
