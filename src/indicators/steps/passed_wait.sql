-- Waits that are over: from the request to the Toewijzing, and from the Toewijzing to the begin of help, in days.
-- One row for each Toewijzing that answers a request, and one for each Toewijzing of which the help began.
select
  gemeente_code,
  wet,
  persoon,
  aanbieder,
  product_categorie,
  product_code,
  buurt_code,
  geboortemaand,
  geslacht,
  verwijzer_type,
  verwijzer_code,
  'tot-toewijzing' as part,
  eerst_toegewezen_op as on_day,
  greatest(eerst_toegewezen_op - verzocht_op, 0) as days,
  cast(null as varchar) as left_out
from known_toewijzing
where verzocht_op is not null
union all
select
  gemeente_code,
  wet,
  persoon,
  aanbieder,
  product_categorie,
  product_code,
  buurt_code,
  geboortemaand,
  geslacht,
  verwijzer_type,
  verwijzer_code,
  'tot-start' as part,
  begindatum as on_day,
  greatest(begindatum - greatest(eerst_toegewezen_op, ingangsdatum), 0) as days,
  case
    when ingangsdatum < eerst_toegewezen_op then 'met terugwerkende kracht toegewezen'
    -- The begin is then the first day that was claimed, and that is a day of the calendar, not of the help.
    when begin_bron <> 'start' then 'zonder startbericht'
  end as left_out
from known_eerste_start
where eerst_toegewezen_op is not null
  and ingangsdatum is not null
