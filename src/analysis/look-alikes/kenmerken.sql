-- Which gemeenten were there in each year, and what are they like?
-- One row for each gemeente and year; null: not published, or not in the file.
select
  landelijk_gemeente.gemeente_code,
  landelijk_gemeente.jaar,
  max(landelijk_gemeente.naam) as naam,
  max(case when kenmerk = 'aantal_inwoners' then waarde end) as aantal_inwoners,
  max(case when kenmerk = 'pct_65_plus' then waarde end) as pct_65_plus,
  max(case when kenmerk = 'pct_0_14' then waarde end) as pct_0_14,
  max(case when kenmerk = 'pct_sociaal_minimum' then waarde end) as pct_sociaal_minimum,
  max(case when kenmerk = 'pct_eenpersoonshuishoudens' then waarde end) as pct_eenpersoonshuishoudens,
  max(case when kenmerk = 'stedelijkheid' then waarde end) as stedelijkheid,
  max(case when kenmerk = 'wmo_per_1000' then waarde end) as wmo_per_1000,
  max(case when kenmerk = 'pct_jeugdzorg' then waarde end) as pct_jeugdzorg
from landelijk_gemeente
left join landelijk_kenmerk
  on landelijk_kenmerk.gemeente_code = landelijk_gemeente.gemeente_code
  and landelijk_kenmerk.jaar = landelijk_gemeente.jaar
group by landelijk_gemeente.gemeente_code, landelijk_gemeente.jaar
order by jaar, gemeente_code
