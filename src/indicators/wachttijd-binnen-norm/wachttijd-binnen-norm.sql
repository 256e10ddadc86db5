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
  part,
  on_day,
  case
    when days <= case
      when part = 'tot-toewijzing' then 56
      -- Treatment by the jeugd-ggz: ten weeks. To live or stay somewhere: thirteen. All else: six.
      when product_categorie in ('51', '52', '54') then 70
      when product_categorie in ('15', '43', '44') then 91
      else 42
    end then 1
    else 0
  end as numerator,
  1 as denominator,
  case
    when part = 'tot-start' and product_categorie in ('17', '46') then 'spoedhulp, die geen norm in weken heeft'
    else left_out
  end as left_out
from passed_wait
