-- For which months was care granted while no help that began was known to speak for it?
-- One row for each granted line and span of days, as far as in that month no help of the same client, aanbieder, product
-- and place was known, and the client, Toewijzing, product and month of the line kept some money.
with granted as (
  select
    gemeente_code, bericht_id, regel, wet, persoon, aanbieder, toewijzing_nummer, product_categorie, product_code,
    zorgmaand, cast(zorgmaand + interval '1 month' as date) - 1 as last_day, cents, beantwoord_op, geboortemaand,
    geslacht, buurt_code, verwijzer_type, verwijzer_code
  from kostenregel
  join geraakt_client using (gemeente_code, client)
  where is_toegekend
),
spoken_for as (
  select
    granted.gemeente_code, granted.bericht_id, granted.regel, granted.beantwoord_op, hulp.bekend_van as since,
    hulp.bekend_tot as until,
    max(hulp.bekend_tot) over (
      partition by granted.gemeente_code, granted.bericht_id, granted.regel
      order by hulp.bekend_van, hulp.bekend_tot
      rows between unbounded preceding and 1 preceding
    ) as until_before
  from granted
  join hulp
    on hulp.gemeente_code = granted.gemeente_code
    and hulp.wet = granted.wet
    and hulp.persoon = granted.persoon
    and hulp.aanbieder = granted.aanbieder
    and hulp.product_categorie = granted.product_categorie
    and hulp.product_code = granted.product_code
    and hulp.begindatum <= granted.last_day
    and coalesce(hulp.einddatum, date '9999-12-31') >= granted.zorgmaand
    and hulp.bekend_tot > granted.beantwoord_op
    and hulp.geboortemaand is not distinct from granted.geboortemaand
    and hulp.geslacht is not distinct from granted.geslacht
    and hulp.buurt_code is not distinct from granted.buurt_code
    and hulp.verwijzer_type = granted.verwijzer_type
    and hulp.verwijzer_code is not distinct from granted.verwijzer_code
),
-- From which day on, without a break and to this day, help speaks for the line.
spoken_from as (
  select
    gemeente_code, bericht_id, regel,
    case when max(until) = date '9999-12-31' then
      max(case when until_before is null or until_before < since then greatest(since, beantwoord_op) end)
    end as since
  from spoken_for
  group by gemeente_code, bericht_id, regel
),
alone as (
  select granted.*, coalesce(spoken_from.since, date '9999-12-31') as alone_until
  from granted
  left join spoken_from using (gemeente_code, bericht_id, regel)
  where spoken_from.since is null or spoken_from.since > granted.beantwoord_op
),
-- All that was granted for the same care; what its credits bring to nothing was no care.
same_care as (
  select
    gemeente_code, wet, persoon, toewijzing_nummer, product_code, zorgmaand, granted.beantwoord_op as since,
    sum(granted.cents) as cents,
    min(granted.cents) as least_cents
  from granted
  join (
    select distinct gemeente_code, wet, persoon, toewijzing_nummer, product_code, zorgmaand from alone
  ) as care using (gemeente_code, wet, persoon, toewijzing_nummer, product_code, zorgmaand)
  group by gemeente_code, wet, persoon, toewijzing_nummer, product_code, zorgmaand, granted.beantwoord_op
),
care_on as (
  select
    gemeente_code, wet, persoon, toewijzing_nummer, product_code, zorgmaand, since,
    sum(cents) over in_time as cents,
    min(least_cents) over in_time as least_cents,
    coalesce(lead(since) over in_time, date '9999-12-31') as until
  from same_care
  window in_time as (
    partition by gemeente_code, wet, persoon, toewijzing_nummer, product_code, zorgmaand order by since
  )
)
insert into zorg_zonder_hulp (
  gemeente_code, wet, persoon, aanbieder, product_categorie, product_code, zorgmaand, geboortemaand, geslacht,
  buurt_code, verwijzer_type, verwijzer_code, bekend_van, bekend_tot
)
select
  alone.gemeente_code, alone.wet, alone.persoon, alone.aanbieder, alone.product_categorie, alone.product_code,
  alone.zorgmaand, alone.geboortemaand, alone.geslacht, alone.buurt_code, alone.verwijzer_type, alone.verwijzer_code,
  care_on.since, least(care_on.until, alone.alone_until)
from alone
join care_on
  on care_on.gemeente_code = alone.gemeente_code
  and care_on.wet = alone.wet
  and care_on.persoon = alone.persoon
  and care_on.toewijzing_nummer = alone.toewijzing_nummer
  and care_on.product_code = alone.product_code
  and care_on.zorgmaand = alone.zorgmaand
  and care_on.since >= alone.beantwoord_op
  and care_on.since < alone.alone_until
where care_on.cents <> 0 or care_on.least_cents >= 0
order by alone.gemeente_code, alone.zorgmaand
