-- What did the gemeente mean to spend, as decided on $bekend_op?
-- One row for each month, wet and productgroep.
with besluit as (
  select
    jaar, maand, wet, taakveld, productgroep, cents,
    row_number() over (
      partition by jaar, maand, wet, taakveld, productgroep order by vastgesteld_op desc
    ) as volgorde
  from begroting
  where gemeente_code = $gemeente_code
    and vastgesteld_op <= cast($bekend_op as date)
)
select jaar, maand, wet, productgroep, cast(sum(cents) as bigint) as cents
from besluit
where volgorde = 1
group by jaar, maand, wet, productgroep
order by jaar, maand, wet, productgroep
