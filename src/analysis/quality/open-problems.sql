-- What was wrong or missing in the data, and open, on $bekend_op? A filter that is '' lets all through.
-- One row for each problem.
select *
from gebrek
where gemeente_code = $gemeente_code
  and bekend_van <= cast($bekend_op as date)
  and bekend_tot > cast($bekend_op as date)
  and ($controle = '' or controle = $controle)
  and ($wet = '' or wet = $wet)
  and ($aanbieder = '' or aanbieder = $aanbieder)
  and ($eigen = '' or $eigen like '%,' || aanbieder || ',%')
  and ($soort = '' or soort = $soort)
  and ($maand = '' or substring(cast(maand as varchar), 1, 7) = $maand)
