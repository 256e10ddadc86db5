-- What did each gemeente spend and get, by sums of taakvelden that mean the same in each division?
-- One row for each gemeente, year and kind of document. Null: it delivered nothing of that sum.
select
  gemeente_code,
  gemeente,
  jaar,
  soort,
  cast(max(inwoners) as bigint) as inwoners,
  cast(sum(case when som = 'wmo' then baten_cents end) as bigint) as wmo_baten,
  cast(sum(case when som = 'wmo' then lasten_cents end) as bigint) as wmo_lasten,
  cast(sum(case when som = 'jeugd' then baten_cents end) as bigint) as jeugd_baten,
  cast(sum(case when som = 'jeugd' then lasten_cents end) as bigint) as jeugd_lasten,
  cast(sum(case when som = 'verblijf' then baten_cents end) as bigint) as verblijf_baten,
  cast(sum(case when som = 'verblijf' then lasten_cents end) as bigint) as verblijf_lasten,
  cast(sum(case when som = 'voorkant' then baten_cents end) as bigint) as voorkant_baten,
  cast(sum(case when som = 'voorkant' then lasten_cents end) as bigint) as voorkant_lasten
from landelijk_iv3
group by gemeente_code, gemeente, jaar, soort
order by jaar, soort, gemeente
