-- Which versions of a Toewijzing do not fit what was sent before?
-- One row for each and rule it breaks.
with version as (
  select toewijzing_versie.*, geldig_bericht.bekend_tot
  from toewijzing_versie
  join geldig_bericht using (gemeente_code, bericht_id)
),
own as (
  select version.*
  from version
  join te_beoordelen using (gemeente_code, bericht_id, regel)
),
-- What was granted by then and not taken back.
granted as (
  select own.gemeente_code, own.bericht_id, own.regel
  from own
  join kostenregel as line
    on line.gemeente_code = own.gemeente_code
    and line.wet = own.wet
    and line.toewijzing_nummer = own.toewijzing_nummer
    and line.aanbieder = own.aanbieder
    and line.beantwoord_op <= own.dagtekening
    and line.is_toegekend
  where own.einddatum = own.ingangsdatum and own.reden_wijziging = '13'
  group by own.gemeente_code, own.bericht_id, own.regel
  having sum(case when line.is_credit then 0 else 1 end) > sum(case when line.is_credit then 1 else 0 end)
),
broken as (
  select 'TR332' as rule, own.gemeente_code, own.bericht_id, own.regel
  from own
  where exists (
    select 1
    from version as earlier
    where earlier.gemeente_code = own.gemeente_code
      and earlier.wet = own.wet
      and earlier.toewijzing_nummer = own.toewijzing_nummer
      and earlier.client <> own.client
      and earlier.bekend_tot > own.dagtekening
      and (earlier.dagtekening, earlier.bericht_id) < (own.dagtekening, own.bericht_id)
  )
  union all
  select 'TR379', own.gemeente_code, own.bericht_id, own.regel
  from own
  where own.referentie_aanbieder is not null
    and not exists (
      select 1
      from verzoek
      join geldig_bericht using (gemeente_code, bericht_id)
      where verzoek.gemeente_code = own.gemeente_code
        and verzoek.wet = own.wet
        and verzoek.aanbieder = own.aanbieder
        and verzoek.referentie_aanbieder = own.referentie_aanbieder
        and verzoek.dagtekening <= own.dagtekening
    )
  union all
  select 'TR385', gemeente_code, bericht_id, regel from granted
)
select gemeente_code, bericht_id, regel, rule
from broken
