-- Which help began, and what was known of its end, on each day?
-- One row for each gemeente, start (or Toewijzing with claims and no start) and span of days on which we knew the same.
with claimed as (
  select
    gemeente_code, wet, client, aanbieder, toewijzing_nummer, product_categorie, product_code, begindatum, bekend_van,
    -- What was refused says nothing of help: often its ToewijzingNummer was wrong.
    least(
      case when not is_toegekend then beantwoord_op else date '9999-12-31' end,
      coalesce(bekend_tot, date '9999-12-31')
    ) as bekend_tot
  from kostenregel
  join geraakt_client using (gemeente_code, client)
  where not is_credit
),
-- Nearly always a start was known before the first claim, and no claim has to speak for it.
without_start as (
  select gemeente_code, wet, client, aanbieder, toewijzing_nummer
  from claimed
  group by gemeente_code, wet, client, aanbieder, toewijzing_nummer
  having not exists (
    select 1
    from melding
    where melding.soort = 'start'
      and melding.gemeente_code = claimed.gemeente_code
      and melding.wet = claimed.wet
      and melding.client = claimed.client
      and melding.aanbieder = claimed.aanbieder
      and melding.toewijzing_nummer = claimed.toewijzing_nummer
      and melding.bekend_van <= min(claimed.bekend_van)
      and melding.bekend_tot = date '9999-12-31'
  )
),
first_claimed as (
  -- A line that begins no earlier than all that was claimed before it, changes nothing.
  select
    claimed.*,
    min(case when bekend_tot = date '9999-12-31' then begindatum end) over (
      partition by gemeente_code, wet, client, aanbieder, toewijzing_nummer
      order by bekend_van, begindatum, product_categorie, product_code, bekend_tot
      rows between unbounded preceding and 1 preceding
    ) as begin_before
  from claimed
  join without_start using (gemeente_code, wet, client, aanbieder, toewijzing_nummer)
),
begin_known as (
  select
    gemeente_code, wet, client, aanbieder, toewijzing_nummer, product_categorie, product_code, begindatum,
    'start' as begin_bron, begindatum as begin_key, bekend_van, bekend_tot
  from melding
  join geraakt_client using (gemeente_code, client)
  where soort = 'start'
  union all
  select
    gemeente_code, wet, client, aanbieder, toewijzing_nummer, product_categorie, product_code, begindatum,
    'declaratie', cast(null as date), bekend_van, bekend_tot
  from first_claimed
  where bekend_van < bekend_tot and (begin_before is null or begindatum < begin_before)
),
begun as (
  select
    begin_known.*,
    dense_rank() over (
      partition by gemeente_code
      order by
        begin_bron, wet, client, aanbieder, toewijzing_nummer, begin_key,
        case when begin_bron = 'start' then product_categorie end,
        case when begin_bron = 'start' then product_code end
    ) as number
  from begin_known
),
begun_key as (
  select distinct
    gemeente_code, number, begin_bron, wet, client, aanbieder, coalesce(toewijzing_nummer, 0) as toewijzing_nummer,
    begin_key,
    -- Without a Toewijzing (taakgericht) the product is part of the key.
    case when toewijzing_nummer is null then coalesce(product_categorie, '') else '' end as categorie_key,
    case when toewijzing_nummer is null then coalesce(product_code, '') else '' end as code_key
  from begun
),
-- A stop ends the start it repeats; where no start came, it ends what was claimed.
stopped as (
  select
    begun_key.gemeente_code, begun_key.number, stop.einddatum, stop.reden_beeindiging, stop.bekend_van, stop.bekend_tot
  from begun_key
  join melding as stop
    on stop.gemeente_code = begun_key.gemeente_code
    and stop.wet = begun_key.wet
    and stop.client = begun_key.client
    and stop.aanbieder = begun_key.aanbieder
    and coalesce(stop.toewijzing_nummer, 0) = begun_key.toewijzing_nummer
    and (begun_key.begin_key is null or stop.begindatum = begun_key.begin_key)
    and (stop.toewijzing_nummer is not null or (
      coalesce(stop.product_categorie, '') = begun_key.categorie_key
      and coalesce(stop.product_code, '') = begun_key.code_key
    ))
  where stop.soort = 'stop'
),
assigned as (
  select
    begun_key.gemeente_code, begun_key.number, toewijzing.product_categorie, toewijzing.product_code,
    toewijzing.verzocht_op, toewijzing.eerst_toegewezen_op, toewijzing.ingangsdatum, toewijzing.einddatum,
    toewijzing.geboortemaand, toewijzing.geslacht, toewijzing.buurt_code, toewijzing.huishouden,
    toewijzing.verwijzer_type, toewijzing.verwijzer_code, toewijzing.bekend_van, toewijzing.bekend_tot
  from begun_key
  join toewijzing using (gemeente_code, wet, toewijzing_nummer)
),
-- Removed, or refused as a Bericht: it counts as never sent, and so do the begins that were told for it.
taken_back as (
  select gemeente_code, number, min(bekend_tot) as since
  from assigned
  group by gemeente_code, number
),
-- What was claimed is set aside as long as a start of the same Toewijzing is known.
superseded as (
  select begun_key.gemeente_code, begun_key.number, melding.bekend_van, melding.bekend_tot
  from begun_key
  join melding using (gemeente_code, wet, client, aanbieder, toewijzing_nummer)
  where begun_key.begin_bron = 'declaratie' and melding.soort = 'start'
),
span as (
  select gemeente_code, number, bekend_van, bekend_tot from begun
  union all
  select gemeente_code, number, bekend_van, bekend_tot from stopped
  union all
  select gemeente_code, number, bekend_van, bekend_tot from assigned
  union all
  select gemeente_code, number, bekend_van, bekend_tot from superseded
),
day as (
  select gemeente_code, number, bekend_van as since from span
  union
  select gemeente_code, number, bekend_tot from span where bekend_tot < date '9999-12-31'
),
begin_on as (
  select
    day.gemeente_code, day.number, day.since, begun.begin_bron, begun.wet, begun.client, begun.aanbieder,
    begun.toewijzing_nummer, begun.product_categorie, begun.product_code, begun.begindatum,
    row_number() over (
      partition by day.gemeente_code, day.number, day.since
      order by begun.begindatum, begun.bekend_van, begun.product_categorie, begun.product_code
    ) as place
  from day
  join begun
    on begun.gemeente_code = day.gemeente_code
    and begun.number = day.number
    and begun.bekend_van <= day.since
    and begun.bekend_tot > day.since
  where not exists (
    select 1
    from superseded
    where superseded.gemeente_code = day.gemeente_code
      and superseded.number = day.number
      and superseded.bekend_van <= day.since
      and superseded.bekend_tot > day.since
  )
),
stop_on as (
  select
    day.gemeente_code, day.number, day.since, stopped.einddatum, stopped.reden_beeindiging,
    row_number() over (
      partition by day.gemeente_code, day.number, day.since
      -- A final stop before a temporary one, then the one that was told last.
      order by
        stopped.reden_beeindiging = '20', stopped.bekend_van desc, stopped.einddatum desc,
        stopped.reden_beeindiging desc
    ) as place
  from day
  join stopped
    on stopped.gemeente_code = day.gemeente_code
    and stopped.number = day.number
    and stopped.bekend_van <= day.since
    and stopped.bekend_tot > day.since
),
state as (
  select
    day.gemeente_code,
    day.number,
    day.since,
    begin_on.begin_bron is not null
      and (assigned.number is not null or taken_back.since is null or taken_back.since > day.since) as is_known,
    begin_on.wet,
    begin_on.client,
    begin_on.aanbieder,
    begin_on.toewijzing_nummer,
    coalesce(begin_on.product_categorie, assigned.product_categorie) as product_categorie,
    coalesce(begin_on.product_code, assigned.product_code) as product_code,
    begin_on.begindatum,
    begin_on.begin_bron,
    case
      when stop_on.einddatum is not null then stop_on.einddatum
      -- Help that began after its Toewijzing ended, was not ended by it.
      when assigned.einddatum >= begin_on.begindatum then assigned.einddatum
    end as einddatum,
    case
      when stop_on.einddatum is not null then 'stop'
      when assigned.einddatum >= begin_on.begindatum then 'toewijzing'
    end as eind_bron,
    stop_on.reden_beeindiging,
    assigned.verzocht_op,
    assigned.eerst_toegewezen_op,
    assigned.ingangsdatum,
    assigned.geboortemaand,
    assigned.geslacht,
    assigned.buurt_code,
    assigned.huishouden,
    coalesce(assigned.verwijzer_type, '01') as verwijzer_type,
    assigned.verwijzer_code
  from day
  left join begin_on
    on begin_on.gemeente_code = day.gemeente_code
    and begin_on.number = day.number
    and begin_on.since = day.since
    and begin_on.place = 1
  left join stop_on
    on stop_on.gemeente_code = day.gemeente_code
    and stop_on.number = day.number
    and stop_on.since = day.since
    and stop_on.place = 1
  left join assigned
    on assigned.gemeente_code = day.gemeente_code
    and assigned.number = day.number
    and assigned.bekend_van <= day.since
    and assigned.bekend_tot > day.since
  left join taken_back
    on taken_back.gemeente_code = day.gemeente_code
    and taken_back.number = day.number
),
numbered as (
  select
    state.*,
    case when is_known then
      dense_rank() over (
        partition by gemeente_code, number
        order by
          product_categorie, product_code, begindatum, einddatum, eind_bron, reden_beeindiging, verzocht_op,
          eerst_toegewezen_op, ingangsdatum, geboortemaand, geslacht, buurt_code, huishouden, verwijzer_type,
          verwijzer_code
      )
      else 0
    end as content
  from state
),
compared as (
  select numbered.*, lag(content) over (partition by gemeente_code, number order by since) as former_content
  from numbered
),
change as (
  select compared.*, lead(since) over (partition by gemeente_code, number order by since) as until
  from compared
  where content is distinct from former_content
)
insert into hulp (
  gemeente_code, wet, client, persoon, aanbieder, toewijzing_nummer, product_categorie, product_code, begindatum,
  begin_bron, einddatum, eind_bron, reden_beeindiging, verzocht_op, eerst_toegewezen_op, ingangsdatum, geboortemaand,
  geslacht, buurt_code, huishouden, verwijzer_type, verwijzer_code, bekend_van, bekend_tot
)
select
  gemeente_code, wet, client, persoon, aanbieder, toewijzing_nummer, product_categorie, product_code, begindatum,
  begin_bron, einddatum, eind_bron, reden_beeindiging, verzocht_op, eerst_toegewezen_op, ingangsdatum, geboortemaand,
  geslacht, buurt_code, huishouden, verwijzer_type, verwijzer_code, since, coalesce(until, date '9999-12-31')
from change
join persoon using (gemeente_code, client)
where is_known
