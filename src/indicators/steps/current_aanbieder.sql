-- Under which AGB-code an aanbieder is reported: the one it last merged into, as far as that had happened on $bekend_op.
-- One row for each aanbieder that merged.
with recursive merger as (
  select aanbieder, min(opvolger) as opvolger
  from aanbieder
  where gemeente_code = $gemeente_code
    and opvolger is not null
    and opvolger <> aanbieder
    and (opvolger_vanaf is null or opvolger_vanaf <= cast($bekend_op as date))
  group by aanbieder
),
-- Union, and not union all: were two to name each other, this ends.
chain as (
  select aanbieder, opvolger from merger
  union
  select chain.aanbieder, merger.opvolger
  from chain
  join merger on merger.aanbieder = chain.opvolger
)
select aanbieder, min(opvolger) as current_aanbieder
from chain
where opvolger not in (select aanbieder from merger)
group by aanbieder
