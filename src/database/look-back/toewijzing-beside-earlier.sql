-- Which versions of a Toewijzing do not fit what was sent before?
-- One row for each and rule it breaks; of the Levering $levering, null is of all.
with version as (
  select toewijzing_versie.*, bericht.release, bericht.levering_nummer
  from toewijzing_versie
  join bericht using (gemeente_code, bericht_id)
  join geldig_bericht using (gemeente_code, bericht_id)
),
own as (
  select * from version
  where cast($levering as integer) is null or levering_nummer = cast($levering as integer)
),
broken as (
  select 'TR332' as rule, own.*
  from own
  where exists (
    select 1
    from version as earlier
    where earlier.gemeente_code = own.gemeente_code
      and earlier.wet = own.wet
      and earlier.toewijzing_nummer = own.toewijzing_nummer
      and earlier.client <> own.client
      and (earlier.dagtekening, earlier.bericht_id) < (own.dagtekening, own.bericht_id)
  )
  union all
  select 'TR379', own.*
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
)
select gemeente_code, bericht_id, regel, release, rule
from broken
order by gemeente_code, bericht_id, regel, rule
