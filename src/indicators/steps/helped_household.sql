-- In which huishoudens was help in each period for more people, of more kinds, or from both wetten?
-- One row for each begin of help and each period in which it ran; huishouden is a number, null when it is unknown.
with numbered as (
  select
    known_hulp.gemeente_code,
    known_hulp.wet,
    known_hulp.persoon,
    known_hulp.aanbieder,
    known_hulp.product_categorie,
    known_hulp.product_code,
    known_hulp.begindatum,
    coalesce(known_hulp.einddatum, date '9999-12-31') as helped_until,
    known_hulp.geboortemaand,
    known_hulp.geslacht,
    known_hulp.buurt_code,
    known_hulp.verwijzer_type,
    known_hulp.verwijzer_code,
    -- Numbers are counted apart in a fraction of the time that keys take.
    case
      when known_hulp.huishouden is not null then dense_rank() over (order by known_hulp.huishouden nulls last)
    end as huishouden,
    -- Help of which the productgroep is unknown may be of a kind that is there already: it counts as no other kind.
    coalesce(productgroep_of_code.productgroep, productgroep_of_categorie.productgroep) as productgroep
  from known_hulp
  left join productgroep_of_code
    on productgroep_of_code.wet = known_hulp.wet
    and productgroep_of_code.product_code = known_hulp.product_code
  left join productgroep_of_categorie
    on productgroep_of_categorie.wet = known_hulp.wet
    and productgroep_of_categorie.product_categorie = known_hulp.product_categorie
),
-- Most have one person with one kind of help for good: they need not be looked at period by period.
several as (
  select huishouden
  from numbered
  where huishouden is not null
  group by huishouden
  having min(persoon) < max(persoon)
    or min(productgroep) < max(productgroep)
    or min(wet) < max(wet)
),
stacked as (
  select
    period_asked.period,
    numbered.huishouden,
    min(numbered.persoon) < max(numbered.persoon) as has_more_persons,
    min(numbered.productgroep) < max(numbered.productgroep) as has_more_kinds,
    min(numbered.wet) < max(numbered.wet) as has_both_wetten
  from numbered
  join several
    on several.huishouden = numbered.huishouden
  join period_asked
    on numbered.begindatum <= period_asked.last_day
    and numbered.helped_until >= period_asked.first_day
  group by period_asked.period, numbered.huishouden
)
select
  numbered.*,
  period_asked.period,
  period_asked.last_day as on_day,
  coalesce(stacked.has_more_persons, false) as has_more_persons,
  coalesce(stacked.has_more_kinds, false) as has_more_kinds,
  coalesce(stacked.has_both_wetten, false) as has_both_wetten
from numbered
join period_asked
  on numbered.begindatum <= period_asked.last_day
  and numbered.helped_until >= period_asked.first_day
left join stacked
  on stacked.period = period_asked.period
  and stacked.huishouden = numbered.huishouden
