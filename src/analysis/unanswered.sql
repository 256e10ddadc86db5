-- Were there declaraties, and answers to them?
-- One row for each soort of the two that was known.
select distinct soort
from bericht
where gemeente_code = $gemeente_code
  and soort in ('323', '325')
  and dagtekening <= cast($bekend_op as date)
