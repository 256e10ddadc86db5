-- Which Toewijzingen went on when the end that was first agreed had come?
-- One row for each Toewijzing with such an end. Until a month has passed since the month of that end, another may still
-- follow: no numerator and no denominator.
with ranked as (
  select
    wet,
    toewijzing_nummer,
    einddatum,
    row_number() over (partition by wet, toewijzing_nummer order by bekend_van) as state
  from known_toewijzing_state
),
agreed as (
  select wet, toewijzing_nummer, einddatum as agreed_end
  from ranked
  where state = 1
    and einddatum is not null
),
helped as (
  select wet, toewijzing_nummer, max(coalesce(einddatum, date '9999-12-31')) as helped_until
  from known_hulp
  group by wet, toewijzing_nummer
),
followed as (
  select distinct agreed.wet, agreed.toewijzing_nummer
  from agreed
  join known_toewijzing
    on known_toewijzing.wet = agreed.wet
    and known_toewijzing.toewijzing_nummer = agreed.toewijzing_nummer
  join known_toewijzing as next_toewijzing
    on next_toewijzing.wet = known_toewijzing.wet
    and next_toewijzing.persoon = known_toewijzing.persoon
    and next_toewijzing.product_categorie = known_toewijzing.product_categorie
    and next_toewijzing.ingangsdatum > agreed.agreed_end
    and next_toewijzing.ingangsdatum <= agreed.agreed_end + 30
),
outcome as (
  select
    known_toewijzing.*,
    agreed.agreed_end as on_day,
    helped.helped_until,
    coalesce(known_toewijzing.einddatum, date '9999-12-31') > agreed.agreed_end
      or followed.wet is not null as is_extended,
    cast(date_trunc('month', agreed.agreed_end) + interval '2 months' as date) - 1 <= cast($bekend_op as date) as is_known
  from agreed
  join known_toewijzing
    on known_toewijzing.wet = agreed.wet
    and known_toewijzing.toewijzing_nummer = agreed.toewijzing_nummer
  left join helped
    on helped.wet = agreed.wet
    and helped.toewijzing_nummer = agreed.toewijzing_nummer
  left join followed
    on followed.wet = agreed.wet
    and followed.toewijzing_nummer = agreed.toewijzing_nummer
)
select
  outcome.*,
  case when is_known then case when is_extended then 1 else 0 end end as numerator,
  case when is_known then 1 end as denominator,
  case
    when helped_until is null then 'hulp begon niet'
    when helped_until < on_day then 'hulp stopte eerder'
  end as left_out
from outcome
