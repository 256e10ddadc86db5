-- Who had no help any more, and got help again within half a year?
-- One row for each person and end of all help, for 30 days or more. Until half a year has passed since the month of that
-- end the outcome is not known: no numerator and no denominator.
with span_after as (
  select
    helped_span.*,
    max(helped_until) over (
      partition by persoon
      order by begindatum
      rows between unbounded preceding and 1 preceding
    ) as helped_before
  from helped_span
),
numbered as (
  select
    span_after.*,
    -- Begins on one day are peers, so they are in one stretch, whichever of them comes first.
    sum(case when begindatum - helped_before <= 30 then 0 else 1 end) over (
      partition by persoon
      order by begindatum
    ) as stretch
  from span_after
),
ranked as (
  select
    numbered.*,
    min(begindatum) over (partition by persoon, stretch) as stretch_begin,
    row_number() over (
      partition by persoon, stretch
      order by
        helped_until desc,
        has_left desc,
        begindatum desc,
        wet,
        aanbieder,
        product_categorie nulls last,
        product_code nulls last,
        reden_beeindiging nulls last
    ) as from_end
  from numbered
),
last_span as (
  select
    ranked.*,
    lead(stretch_begin) over (partition by persoon order by stretch) as helped_again,
    cast(date_trunc('month', helped_until) + interval '7 months' as date) - 1 <= cast($bekend_op as date) as is_known
  from ranked
  where from_end = 1
)
select
  last_span.*,
  helped_until as on_day,
  case
    when is_known
    then case when helped_again <= cast(helped_until + interval '6 months' as date) then 1 else 0 end
  end as numerator,
  case when is_known then 1 end as denominator,
  case
    when has_left then 'overleden, verhuisd of naar een ander domein'
    when reden_beeindiging = '20' then 'tijdelijk gestopt'
  end as left_out
from last_span
-- An end is one once no help began for 30 days; one that is still to come may be put off.
where helped_until + 30 <= cast($bekend_op as date)
