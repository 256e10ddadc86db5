-- How many waits stayed within the norm: from the request to the Toewijzing, and from the Toewijzing to the begin of help?
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
  case when eerst_toegewezen_op - verzocht_op <= 56 then 1 else 0 end as numerator,
  1 as denominator,
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
  case
    when begindatum - greatest(eerst_toegewezen_op, ingangsdatum) <= case
      -- Treatment by the jeugd-ggz: ten weeks. To live or stay somewhere: thirteen. All else: six.
      when product_categorie in ('51', '52', '54') then 70
      when product_categorie in ('15', '43', '44') then 91
      else 42
    end then 1
    else 0
  end as numerator,
  1 as denominator,
  case
    when product_categorie in ('17', '46') then 'spoedhulp, die geen norm in weken heeft'
    when ingangsdatum < eerst_toegewezen_op then 'met terugwerkende kracht toegewezen'
    -- The begin is then the first day that was claimed, and that is a day of the calendar, not of the help.
    when begin_bron <> 'start' then 'zonder startbericht'
  end as left_out
from known_eerste_start
where eerst_toegewezen_op is not null
  and ingangsdatum is not null
