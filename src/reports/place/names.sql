-- What are the codes called that a figure can be split by?
-- One row for each dimension and code that has a name; of an aanbieder that merged also with which, and since when.
with gebied_nu as (
  select gebied_code, soort, naam, row_number() over (partition by gebied_code order by jaar desc) as volgorde
  from gebied
  where gemeente_code = $gemeente_code
)
select soort as dimensie, gebied_code as code, naam, cast(null as text) as opvolger, cast(null as date) as vanaf
from gebied_nu
where volgorde = 1 and soort in ('wijk', 'buurt')
union all
select 'aanbieder' as dimensie, aanbieder as code, naam, opvolger, opvolger_vanaf as vanaf
from aanbieder
where gemeente_code = $gemeente_code
union all
select 'productgroep' as dimensie, productgroep as code, productgroep as naam, null, null
from product
where gemeente_code = $gemeente_code
group by productgroep
union all
select 'product' as dimensie, product_code as code, min(naam) as naam, null, null
from product
where gemeente_code = $gemeente_code
group by product_code
union all
select 'team' as dimensie, team_code as code, naam, null, null
from team
where gemeente_code = $gemeente_code
union all
select 'verwijzer-praktijk' as dimensie, verwijzer_code as code, naam, null, null
from verwijzer
where gemeente_code = $gemeente_code
order by 1, 2
