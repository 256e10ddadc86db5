-- Up to which month of care was each Toewijzing claimed, as known on each day?
-- One row for each gemeente, client, Toewijzing with claims and span of days. A claim that was refused later never counts.
with claimed_month as (
  select gemeente_code, client, wet, toewijzing_nummer, zorgmaand, min(bekend_van) as since
  from staande_kostenregel as kostenregel
  join geraakt_client using (gemeente_code, client)
  where not is_credit
    and not is_verworpen
    and is_toegekend is distinct from false
  group by gemeente_code, client, wet, toewijzing_nummer, zorgmaand
),
compared as (
  select
    claimed_month.*,
    max(zorgmaand) over (
      partition by gemeente_code, client, wet, toewijzing_nummer
      order by since, zorgmaand
      rows between unbounded preceding and 1 preceding
    ) as former
  from claimed_month
),
risen as (
  select gemeente_code, client, wet, toewijzing_nummer, since, max(zorgmaand) as laatste_zorgmaand
  from compared
  where former is null or zorgmaand > former
  group by gemeente_code, client, wet, toewijzing_nummer, since
)
insert into declaratiestand (gemeente_code, client, wet, toewijzing_nummer, laatste_zorgmaand, bekend_van, bekend_tot)
select
  gemeente_code, client, wet, toewijzing_nummer, laatste_zorgmaand, since,
  coalesce(
    lead(since) over (partition by gemeente_code, client, wet, toewijzing_nummer order by since),
    date '9999-12-31'
  )
from risen
