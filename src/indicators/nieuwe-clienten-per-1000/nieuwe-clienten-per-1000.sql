-- Who began to get help, and had none in the 12 months before?
-- One row for each person and begin after a year or more without help.
select
  new_client.*,
  begindatum as on_day,
  case when is_in_first_year then 'binnen een jaar na het eerste bericht' end as left_out
from new_client
