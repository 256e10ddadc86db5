-- How many Berichten of each kind were refused as a whole by the one they were sent to?
-- One row for each soort, over the whole gemeente.
select soort, cast(count(distinct aanbieder || ' ' || identificatie) as bigint) as geweigerd
from (
  select wet, soort, aanbieder, identificatie
  from retour
  where gemeente_code = $gemeente_code
    and is_afgekeurd
    and dagtekening_retour <= cast($bekend_op as date)
  union all
  select wet, '323' as soort, aanbieder, declaratie_identificatie as identificatie
  from declaratie_antwoord
  where gemeente_code = $gemeente_code
    and (retourcodes is null or retourcodes not in ('0200', '8001'))
    and dagtekening <= cast($bekend_op as date)
) as refusal
group by soort
order by soort
