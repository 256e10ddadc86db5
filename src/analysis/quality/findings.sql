-- What was found in the Berichten that came in by $bekend_op, while they were read and by looking back?
-- One row for each rule, kind of Bericht, aanbieder and month of the Bericht. `finding` is the one place that says where
-- findings come from.
with finding as (
  select bevinding.gemeente_code, bevinding.bericht_id, bevinding.regel, bevinding.retourcode, bevinding.ernst
  from bevinding
  where bevinding.gemeente_code = $gemeente_code
  union all
  select gemeente_code, bericht_id, regel, retourcode, ernst
  from terugblik_bevinding
  where gemeente_code = $gemeente_code
),
told as (
  select
    finding.regel,
    min(finding.retourcode) as retourcode,
    min(finding.ernst) as ernst,
    bericht.soort,
    bericht.wet,
    bericht.aanbieder,
    bericht.dagtekening,
    bericht.bericht_id,
    count(*) as findings
  from finding
  join bericht
    on bericht.gemeente_code = finding.gemeente_code
    and bericht.bericht_id = finding.bericht_id
  where bericht.dagtekening <= cast($bekend_op as date)
    and ($wet = '' or bericht.wet = $wet)
    and ($aanbieder = '' or bericht.aanbieder = $aanbieder)
    and ($eigen = '' or $eigen like '%,' || bericht.aanbieder || ',%')
    and ($soort = '' or bericht.soort = $soort)
    and ($maand = '' or substring(cast(bericht.dagtekening as varchar), 1, 7) = $maand)
  group by
    finding.regel, bericht.soort, bericht.wet, bericht.aanbieder, bericht.dagtekening, bericht.bericht_id
)
select
  told.regel,
  min(told.retourcode) as retourcode,
  min(told.ernst) as ernst,
  told.soort,
  coalesce(told.aanbieder, '') as aanbieder,
  substring(cast(told.dagtekening as varchar), 1, 7) as maand,
  cast(sum(told.findings) as bigint) as aantal,
  cast(count(*) as bigint) as berichten,
  min(told.dagtekening) as eerste
from told
group by
  told.regel, told.soort, coalesce(told.aanbieder, ''), substring(cast(told.dagtekening as varchar), 1, 7)
order by 1, 4, 5, 6
