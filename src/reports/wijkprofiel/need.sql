-- What is a wijk like, beside its gemeente?
-- One row for each gebied and kenmerk, of the latest year up to $jaar that both are known of, else of the latest of all.
with waarde_van as (
  select gebied_code, kenmerk, jaar, waarde
  from gebied_kenmerk
  where gemeente_code = $gemeente_code and waarde is not null and gebied_code in ($gemeente_code, $wijk_code)
),
beide as (
  select kenmerk, jaar
  from waarde_van
  group by kenmerk, jaar
  having count(distinct gebied_code) = 2
),
gekozen as (
  select kenmerk, coalesce(max(case when jaar <= $jaar then jaar end), min(jaar)) as jaar
  from beide
  group by kenmerk
)
select waarde_van.gebied_code as gebied_code, waarde_van.kenmerk as kenmerk, waarde_van.jaar as jaar, waarde_van.waarde as waarde
from waarde_van
join gekozen on gekozen.kenmerk = waarde_van.kenmerk and gekozen.jaar = waarde_van.jaar
order by waarde_van.kenmerk, waarde_van.gebied_code
