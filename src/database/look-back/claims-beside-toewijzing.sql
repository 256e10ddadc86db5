-- Which Prestaties that are claimed do not fit their Toewijzing, as that was known on the Dagtekening of the claim?
-- One row for each Prestatie and rule it breaks.
-- A credit line repeats the line it takes back, and is not judged anew.
with claimed as materialized (
  select prestatie.*
  from prestatie
  join te_beoordelen using (gemeente_code, bericht_id, regel)
  join geldig_bericht using (gemeente_code, bericht_id)
  where prestatie.vorige_referentie is null
),
judged as materialized (
  select
    claimed.*,
    cast(date_trunc('month', claimed.begindatum) as date) as month_begin,
    toewijzing.ingangsdatum as first_day,
    toewijzing.einddatum as last_day,
    toewijzing.product_categorie as assigned_categorie,
    toewijzing.product_code as assigned_code,
    toewijzing.volume as assigned_volume,
    toewijzing.eenheid as assigned_eenheid,
    toewijzing.frequentie,
    toewijzing.budget
  from claimed
  join toewijzing
    on toewijzing.gemeente_code = claimed.gemeente_code
    and toewijzing.wet = claimed.wet
    and toewijzing.aanbieder = claimed.aanbieder
    and toewijzing.toewijzing_nummer = claimed.toewijzing_nummer
    and toewijzing.bekend_van <= claimed.dagtekening
    and toewijzing.bekend_tot > claimed.dagtekening
),
-- No Toewijzing stood: one that was sent by then was removed.
unassigned as materialized (
  select
    claimed.gemeente_code,
    claimed.bericht_id,
    claimed.regel,
    exists (
      select 1
      from toewijzing_versie as version
      join geldig_bericht as known
        on known.gemeente_code = version.gemeente_code
        and known.bericht_id = version.bericht_id
      where version.gemeente_code = claimed.gemeente_code
        and version.wet = claimed.wet
        and version.aanbieder = claimed.aanbieder
        and version.toewijzing_nummer = claimed.toewijzing_nummer
        and known.bekend_van <= claimed.dagtekening
        and known.bekend_tot > claimed.dagtekening
    ) as is_removed
  from claimed
  where not exists (
    select 1
    from judged
    where judged.gemeente_code = claimed.gemeente_code
      and judged.bericht_id = claimed.bericht_id
      and judged.regel = claimed.regel
  )
),
-- All that was claimed of each Toewijzing up to and with each Bericht, less what was taken back or refused.
running as (
  select
    gemeente_code, wet, aanbieder, toewijzing_nummer, line.bericht_id, line.regel, line.eenheid, line.zorgmaand,
    line.bekend_van,
    case when line.is_credit then -line.volume else line.volume end as volume,
    line.cents,
    not line.is_verworpen and coalesce(line.is_toegekend, true) as stands
  from kostenregel as line
  join (
    select distinct gemeente_code, wet, aanbieder, toewijzing_nummer
    from judged
    where assigned_volume is not null or budget is not null
  ) as asked using (gemeente_code, wet, aanbieder, toewijzing_nummer)
),
-- What is judged is the line itself: one that does not stand, refused or not, is added to what does.
claimed_so_far as (
  select
    gemeente_code, bericht_id, regel,
    cast(sum(case when stands then volume else 0 end) over by_unit + case when stands then 0 else volume end as bigint)
      as volume,
    cast(sum(case when stands then cents else 0 end) over by_number + case when stands then 0 else cents end as bigint)
      as cents,
    greatest(max(case when stands then zorgmaand end) over by_number, zorgmaand) as last_month
  from running
  window
    by_number as (
      partition by gemeente_code, wet, aanbieder, toewijzing_nummer order by bekend_van, bericht_id
      range between unbounded preceding and current row
    ),
    by_unit as (
      partition by gemeente_code, wet, aanbieder, toewijzing_nummer, eenheid order by bekend_van, bericht_id
      range between unbounded preceding and current row
    )
),
-- The span over which a volume is measured: of the line, and of the Toewijzing as a whole.
span as (
  select
    judged.gemeente_code, judged.bericht_id, judged.regel, 'TR321' as rule,
    cast(judged.volume as bigint) as volume, judged.begindatum as span_begin, judged.einddatum as span_end,
    judged.last_day, judged.assigned_volume, judged.assigned_eenheid, judged.frequentie, judged.eenheid
  from judged
  where judged.assigned_volume is not null
  union all
  -- Open-ended: up to the last month that was claimed.
  select
    judged.gemeente_code, judged.bericht_id, judged.regel, 'TR322',
    claimed_so_far.volume, judged.first_day, coalesce(judged.last_day, cast(claimed_so_far.last_month + interval '1 month' as date) - 1),
    judged.last_day, judged.assigned_volume, judged.assigned_eenheid, judged.frequentie, judged.eenheid
  from judged
  join claimed_so_far using (gemeente_code, bericht_id, regel)
  where judged.assigned_volume is not null
),
-- Days since a Monday, so that whole weeks and Sundays can be counted.
numbered as (
  select
    span.*,
    span_begin - date '1899-12-25' as first_number,
    span_end - date '1899-12-25' as last_number,
    last_day - date '1899-12-25' as end_number
  from span
  -- What is assigned in hours may be claimed in minutes; another unit breaks TR341.
  where eenheid = assigned_eenheid or (assigned_eenheid = '04' and eenheid = '01')
),
-- As volumes.ts counts, with its known values (IV076, IV077, IV078).
ceiling as (
  select
    numbered.*,
    cast(assigned_volume as bigint) * case when assigned_eenheid <> eenheid then 60 else 1 end * case
      when frequentie = '1' then last_number - first_number + 1
      when frequentie = '2' and assigned_eenheid in ('82', '83') then
        (last_number + 1) / 7 - first_number / 7 + case
          when (end_number + 1) % 7 <> 0
            and end_number - (end_number + 1) % 7 between first_number and last_number then 1
          else 0
        end
      when frequentie = '2' then last_number / 7 - first_number / 7 + 1
      when frequentie = '4' then
        cast(extract(year from span_end) as bigint) * 12 + cast(extract(month from span_end) as bigint)
          - cast(extract(year from span_begin) as bigint) * 12 - cast(extract(month from span_begin) as bigint) + 1
      else 1
    end as most
  from numbered
),
broken as (
  select case when is_removed then 'TR384' else 'TR338' end as rule, gemeente_code, bericht_id, regel
  from unassigned
  union all
  select 'TR307', gemeente_code, bericht_id, regel from judged where begindatum < first_day
  union all
  select 'TR308', gemeente_code, bericht_id, regel from judged where einddatum > last_day
  union all
  select 'TR339', gemeente_code, bericht_id, regel from judged where product_categorie <> assigned_categorie
  union all
  select 'TR340', gemeente_code, bericht_id, regel from judged where product_code <> assigned_code
  union all
  -- What is assigned in hours may be claimed in minutes.
  select 'TR341', gemeente_code, bericht_id, regel from judged
  where eenheid <> assigned_eenheid and not (assigned_eenheid = '04' and eenheid = '01')
  union all
  -- Before the Toewijzing begins is TR307, and after it ends TR308.
  select 'TR387', gemeente_code, bericht_id, regel from judged
  where begindatum > first_day and begindatum > month_begin
  union all
  select 'TR388', gemeente_code, bericht_id, regel from judged
  where einddatum < coalesce(last_day, date '9999-12-31')
    and cast(date_trunc('month', einddatum + 1) as date) = cast(date_trunc('month', einddatum) as date)
  union all
  select rule, gemeente_code, bericht_id, regel from ceiling where volume > most
  union all
  select 'TR369', judged.gemeente_code, judged.bericht_id, judged.regel
  from judged
  join claimed_so_far using (gemeente_code, bericht_id, regel)
  where claimed_so_far.cents > judged.budget
)
select gemeente_code, bericht_id, regel, rule
from broken
