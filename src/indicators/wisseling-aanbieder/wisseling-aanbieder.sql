-- Who changed to another aanbieder for the same kind of help, of all people who had help?
-- One row for each stretch of help and period in which it ran, and one for each change.
with part as (
  select
    known_hulp.*,
    coalesce(current_aanbieder.current_aanbieder, known_hulp.aanbieder) as reported_aanbieder,
    coalesce(known_hulp.einddatum, date '9999-12-31') as helped_until,
    coalesce(known_hulp.toewijzing_nummer, 0) as toewijzing_key
  from known_hulp
  left join current_aanbieder on current_aanbieder.aanbieder = known_hulp.aanbieder
),
part_after as (
  select
    part.*,
    max(helped_until) over (
      partition by wet, persoon, product_categorie, reported_aanbieder
      order by begindatum, helped_until, toewijzing_key
      rows between unbounded preceding and 1 preceding
    ) as helped_before
  from part
),
-- The next Toewijzing of an aanbieder that was there already, is no change.
marked as (
  select
    part_after.*,
    case when begindatum - helped_before <= 90 then 0 else 1 end as is_first
  from part_after
),
numbered as (
  select
    marked.*,
    sum(is_first) over (
      partition by wet, persoon, product_categorie, reported_aanbieder
      order by begindatum, helped_until, toewijzing_key
      rows between unbounded preceding and current row
    ) as stretch_nummer
  from marked
),
stretch as (
  select
    wet,
    persoon,
    product_categorie,
    reported_aanbieder,
    min(begindatum) as begindatum,
    max(helped_until) as helped_until
  from numbered
  group by wet, persoon, product_categorie, reported_aanbieder, stretch_nummer
),
changed as (
  select marked.*
  from marked
  where is_first = 1
    and exists (
      select 1
      from stretch as former
      where former.wet = marked.wet
        and former.persoon = marked.persoon
        and former.product_categorie is not distinct from marked.product_categorie
        and former.reported_aanbieder <> marked.reported_aanbieder
        and former.begindatum < marked.begindatum
        and former.helped_until between marked.begindatum - 90 and marked.begindatum + 30
    )
)
select
  gemeente_code,
  wet,
  persoon,
  aanbieder,
  product_categorie,
  product_code,
  geboortemaand,
  geslacht,
  buurt_code,
  verwijzer_type,
  verwijzer_code,
  period,
  on_day,
  0 as numerator
from helped_in_period
union all
select
  changed.gemeente_code,
  changed.wet,
  changed.persoon,
  changed.aanbieder,
  changed.product_categorie,
  changed.product_code,
  changed.geboortemaand,
  changed.geslacht,
  changed.buurt_code,
  changed.verwijzer_type,
  changed.verwijzer_code,
  period_asked.period,
  -- As the help itself, so that a client counts in one and the same wijk and age.
  period_asked.last_day as on_day,
  1 as numerator
from changed
join month_asked on changed.begindatum between month_asked.first_day and month_asked.last_day
join period_asked on period_asked.period = month_asked.period
