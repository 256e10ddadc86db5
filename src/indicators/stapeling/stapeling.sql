-- Who got help of two or more productgroepen in each period?
-- One row for each stretch of help, or granted line without help, and each period in which it ran.
with stretch as (
  select wet, persoon, product_categorie, product_code, begindatum, coalesce(einddatum, date '9999-12-31') as helped_until
  from known_hulp
  union all
  select wet, persoon, product_categorie, product_code, zorgmaand, zorgmaand
  from known_zorg_zonder_hulp
),
kind_span as (
  select
    stretch.persoon,
    stretch.begindatum,
    stretch.helped_until,
    coalesce(productgroep_of_code.productgroep, productgroep_of_categorie.productgroep) as productgroep
  from stretch
  left join productgroep_of_code
    on productgroep_of_code.wet = stretch.wet
    and productgroep_of_code.product_code = stretch.product_code
  left join productgroep_of_categorie
    on productgroep_of_categorie.wet = stretch.wet
    and productgroep_of_categorie.product_categorie = stretch.product_categorie
),
-- Most people have one kind of help for good: they need not be looked at period by period.
several as (
  select persoon
  from kind_span
  group by persoon
  having min(productgroep) < max(productgroep)
),
stacked as (
  select period_asked.period, kind_span.persoon
  from kind_span
  join several
    on several.persoon = kind_span.persoon
  join period_asked
    on kind_span.begindatum <= period_asked.last_day
    and kind_span.helped_until >= period_asked.first_day
  group by period_asked.period, kind_span.persoon
  having min(kind_span.productgroep) < max(kind_span.productgroep)
)
select
  helped_in_period.*,
  case when stacked.persoon is null then 0 else 1 end as numerator
from helped_in_period
left join stacked
  on stacked.period = helped_in_period.period
  and stacked.persoon = helped_in_period.persoon
