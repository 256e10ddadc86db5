-- Which gemeente is this, over which months do we have care, and how new are the data?
-- One row for each gemeente with claimed care, the largest first.
with zorg as (
  select gemeente_code, min(zorgmaand) as eerste_maand, max(zorgmaand) as laatste_maand, count(*) as regels
  from kostenregel
  group by gemeente_code
),
naam as (
  select gemeente_code, naam, row_number() over (partition by gemeente_code order by jaar desc) as volgorde
  from gebied
  where soort = 'gemeente'
)
select
  zorg.gemeente_code as gemeente_code,
  coalesce(naam.naam, zorg.gemeente_code) as naam,
  zorg.eerste_maand as eerste_maand,
  zorg.laatste_maand as laatste_maand,
  gegevens_stand.data_datum as data_datum,
  gegevens_stand.afgeleid_van as data_versie
from zorg
cross join gegevens_stand
left join naam on naam.gemeente_code = zorg.gemeente_code and naam.volgorde = 1
where gegevens_stand.data_datum is not null
order by zorg.regels desc, zorg.gemeente_code
limit 1
