-- What the gemeente meant to spend on each productgroep in each month, as decided on $bekend_op: the last decision counts.
-- One row for each month, wet, taakveld and productgroep.
select gemeente_code, wet, productgroep, on_day, cents
from (
  select
    gemeente_code,
    wet,
    productgroep,
    cast(cast(jaar as text) || '-' || substring(cast(100 + maand as text), 2, 2) || '-01' as date) as on_day,
    cents,
    row_number() over (
      partition by jaar, maand, wet, taakveld, productgroep order by vastgesteld_op desc, cents desc
    ) as place
  from begroting
  where gemeente_code = $gemeente_code
    and vastgesteld_op <= cast($bekend_op as date)
) as decided
where place = 1
