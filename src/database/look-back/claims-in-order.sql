-- Which Declaraties do not follow the one that the aanbieder sent before?
-- One row for each whose month was claimed before, or lies before one that was.
-- A month may be left out: there may have been no care in it, or none that could be claimed by then (IV090).
-- A claim that was refused as a whole counts as never sent.
with sent as (
  select declaratie.*
  from declaratie
  join geldig_bericht using (gemeente_code, bericht_id)
  where not exists (
    select 1
    from kostenregel
    where kostenregel.gemeente_code = declaratie.gemeente_code
      and kostenregel.bericht_id = declaratie.bericht_id
      and kostenregel.is_verworpen
  )
),
own as (
  select declaratie.*
  from declaratie
  join te_beoordelen
    on te_beoordelen.gemeente_code = declaratie.gemeente_code
    and te_beoordelen.bericht_id = declaratie.bericht_id
    and te_beoordelen.regel = 0
  join geldig_bericht
    on geldig_bericht.gemeente_code = declaratie.gemeente_code
    and geldig_bericht.bericht_id = declaratie.bericht_id
),
-- The order within a day is not known, so what was sent on the same day may come first.
beside as (
  select
    own.gemeente_code,
    own.bericht_id,
    own.begindatum,
    max(earlier.begindatum) filter (where earlier.dagtekening < own.dagtekening) as last_begin,
    bool_or(earlier.begindatum = own.begindatum) as is_second
  from own
  join sent as earlier
    on earlier.gemeente_code = own.gemeente_code
    and earlier.wet = own.wet
    and earlier.aanbieder = own.aanbieder
    and earlier.bericht_id <> own.bericht_id
    and (
      earlier.dagtekening < own.dagtekening
      or (earlier.dagtekening = own.dagtekening and (earlier.begindatum, earlier.bericht_id) < (own.begindatum, own.bericht_id))
    )
  group by own.gemeente_code, own.bericht_id, own.begindatum
)
select beside.gemeente_code, beside.bericht_id, 0 as regel, 'TR318' as rule
from beside
where beside.last_begin >= beside.begindatum
  or beside.is_second
