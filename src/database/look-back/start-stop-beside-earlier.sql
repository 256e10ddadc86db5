-- Which starts and stops do not fit their Toewijzing, and the starts and stops before them?
-- One row for each and rule it breaks.
-- What was sent on the same day counts as before where that is in its favour: the order within a day is not known.
with event as (
  select
    'start' as soort, gemeente_code, bericht_id, regel, wet, client, aanbieder, toewijzing_nummer, product_categorie,
    product_code, begindatum, cast(null as date) as einddatum, cast(null as text) as reden_beeindiging,
    status_aanlevering, dagtekening
  from start
  union all
  select
    'stop', gemeente_code, bericht_id, regel, wet, client, aanbieder, toewijzing_nummer, product_categorie,
    product_code, begindatum, einddatum, reden_beeindiging, status_aanlevering, dagtekening
  from stop
),
valid_event as (
  select event.*, bericht.release
  from event
  join bericht using (gemeente_code, bericht_id)
  join geldig_bericht using (gemeente_code, bericht_id)
),
own as (
  select valid_event.*
  from valid_event
  join te_beoordelen using (gemeente_code, bericht_id, regel)
),
-- What was known of the same delivery on the day of each, and the day before.
beside as (
  select
    own.soort,
    own.gemeente_code,
    own.bericht_id,
    own.regel,
    own.release,
    own.status_aanlevering,
    own.einddatum,
    own.reden_beeindiging,
    own.begindatum,
    known.soort as known_soort,
    known.begindatum as known_begindatum,
    known.einddatum as known_einddatum,
    known.reden_beeindiging as known_reden,
    known.bekend_van < own.dagtekening and known.bekend_tot > own.dagtekening as was_known,
    known.product_categorie is not distinct from own.product_categorie
      and known.product_code is not distinct from own.product_code as is_same_product
  from own
  join melding as known
    on known.gemeente_code = own.gemeente_code
    and known.wet = own.wet
    and known.client = own.client
    and known.aanbieder = own.aanbieder
    and known.toewijzing_nummer is not distinct from own.toewijzing_nummer
    and known.bekend_van <= own.dagtekening
    and known.bekend_tot > own.dagtekening
),
broken as (
  select 'TR019' as rule, own.gemeente_code, own.bericht_id, own.regel
  from own
  where own.toewijzing_nummer is not null
    and not exists (
      select 1
      from toewijzing_versie as version
      join geldig_bericht using (gemeente_code, bericht_id)
      where version.gemeente_code = own.gemeente_code
        and version.wet = own.wet
        and version.client = own.client
        and version.aanbieder = own.aanbieder
        and version.toewijzing_nummer = own.toewijzing_nummer
        and version.dagtekening <= own.dagtekening
    )
  union all
  select 'TR063', own.gemeente_code, own.bericht_id, own.regel
  from own
  where own.status_aanlevering = '3'
    and not exists (
      select 1
      from valid_event as earlier
      where earlier.gemeente_code = own.gemeente_code
        and earlier.soort = own.soort
        and earlier.wet = own.wet
        and earlier.client = own.client
        and earlier.aanbieder = own.aanbieder
        and earlier.toewijzing_nummer is not distinct from own.toewijzing_nummer
        and earlier.product_categorie is not distinct from own.product_categorie
        and earlier.product_code is not distinct from own.product_code
        and earlier.begindatum = own.begindatum
        and earlier.einddatum is not distinct from own.einddatum
        -- The reason of a stop is part of its key since 3.2.
        and (own.release < '3.2' or earlier.reden_beeindiging is not distinct from own.reden_beeindiging)
        and earlier.status_aanlevering = '1'
        and earlier.dagtekening <= own.dagtekening
    )
  union all
  select 'TR382', own.gemeente_code, own.bericht_id, own.regel
  from own
  where own.soort = 'stop'
    and own.status_aanlevering = '1'
    and not exists (
      select 1
      from beside
      where beside.gemeente_code = own.gemeente_code
        and beside.bericht_id = own.bericht_id
        and beside.soort = own.soort
        and beside.regel = own.regel
        and beside.known_soort = 'start'
        and beside.is_same_product
        and beside.known_begindatum = own.begindatum
    )
  union all
  select 'TR071', gemeente_code, bericht_id, regel
  from beside
  where soort = 'start' and status_aanlevering = '3' and known_soort = 'stop' and was_known and is_same_product
    and known_begindatum = begindatum
  union all
  select 'TR074', gemeente_code, bericht_id, regel
  from beside
  where status_aanlevering = '1' and known_soort = soort and was_known and is_same_product
    and known_begindatum = begindatum
    and known_einddatum is not distinct from einddatum
    and (release < '3.2' or known_reden is not distinct from reden_beeindiging)
  union all
  select 'TR326', beside.gemeente_code, beside.bericht_id, beside.regel
  from beside
  where beside.soort = 'start' and beside.status_aanlevering = '1' and beside.known_soort = 'start' and was_known
    and beside.is_same_product
    and beside.known_begindatum <> beside.begindatum
    and not exists (
      select 1
      from beside as ended
      where ended.gemeente_code = beside.gemeente_code
        and ended.bericht_id = beside.bericht_id
        and ended.soort = 'start'
        and ended.regel = beside.regel
        and ended.known_soort = 'stop'
        and ended.is_same_product
        and ended.known_begindatum = beside.known_begindatum
    )
  union all
  select 'TR413', gemeente_code, bericht_id, regel
  from beside
  where soort = 'stop' and status_aanlevering <> '3' and known_soort = 'stop' and was_known
    and known_begindatum = begindatum and known_reden = '20' and reden_beeindiging = '20'
  union all
  select 'TR414', gemeente_code, bericht_id, regel
  from beside
  where soort = 'stop' and status_aanlevering <> '3' and known_soort = 'stop' and was_known
    and known_begindatum = begindatum and einddatum < known_einddatum
  union all
  select 'TR415', gemeente_code, bericht_id, regel
  from beside
  where soort = 'stop' and status_aanlevering <> '3' and known_soort = 'stop' and was_known
    and known_begindatum = begindatum and known_reden <> '20'
)
select distinct gemeente_code, bericht_id, regel, rule
from broken
