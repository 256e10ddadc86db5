-- How often was something corrected or refused?
-- One row for each gemeente, rule, wet, aanbieder, month and outcome; 'anders' is what was corrected or refused.
with event as (
  select gemeente_code, 'OP033' as regel, wet, aanbieder, dagtekening as day,
    case when status_aanlevering = '3' then 'anders' else 'goed' end as uitkomst
  from start
  union all
  select gemeente_code, 'OP033', wet, aanbieder, dagtekening,
    case when status_aanlevering = '3' then 'anders' else 'goed' end
  from stop
  union all
  select gemeente_code, 'OP047', wet, aanbieder, dagtekening, case when is_afgekeurd then 'anders' else 'goed' end
  from retour
  union all
  -- 0001: refused on technical grounds, and then nothing else stands in the answer.
  select gemeente_code, 'OP286', wet, aanbieder, dagtekening, case when retourcodes = '0001' then 'goed' else 'anders' end
  from retour
  where ',' || retourcodes || ',' like '%,0001,%'
  union all
  select gemeente_code, 'IV032', wet, aanbieder, dagtekening,
    case when retourcodes = '' then 'ontbreekt' else 'goed' end
  from retour
  where is_afgekeurd
  union all
  -- 0233 says that a line was not looked at, and not why it is refused.
  select line.gemeente_code, 'IV088', line.wet, line.aanbieder, answer.dagtekening,
    case when line.retourcodes in ('', '0200', '0233') then 'ontbreekt' else 'goed' end
  from prestatie_antwoord as line
  join declaratie_antwoord as answer using (gemeente_code, bericht_id)
  union all
  -- A claim may not be refused for a start or a stop.
  select line.gemeente_code, 'OP364', line.wet, line.aanbieder, answer.dagtekening,
    case
      when line.retourcodes like '%9019%' or line.retourcodes like '%9063%' or line.retourcodes like '%9069%'
        or line.retourcodes like '%9071%' or line.retourcodes like '%9074%' or line.retourcodes like '%9326%'
        or line.retourcodes like '%941%' and line.retourcodes not like '%9411%' and line.retourcodes not like '%9412%'
        then 'anders'
      else 'goed'
    end
  from prestatie_antwoord as line
  join declaratie_antwoord as answer using (gemeente_code, bericht_id)
)
insert into proces_telling (gemeente_code, regel, wet, aanbieder, maand, uitkomst, dagen, aantal)
select
  gemeente_code, regel, wet, aanbieder, cast(date_trunc('month', day) as date), uitkomst, cast(null as integer),
  cast(count(*) as bigint)
from event
group by gemeente_code, regel, wet, aanbieder, cast(date_trunc('month', day) as date), uitkomst
