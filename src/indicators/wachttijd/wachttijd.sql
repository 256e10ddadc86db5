-- How many days do people wait: from the request to the Toewijzing, and from the Toewijzing to the begin of help?
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
  days as numerator,
  passed_wait.left_out as left_out
from passed_wait
