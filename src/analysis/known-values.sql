-- Which codes can a question be narrowed to?
-- One row for each dimension and code, from the files of the gemeente and from the Berichten.
with used as (
  select wet, aanbieder, product_categorie, product_code, buurt_code, verwijzer_type, verwijzer_code
  from kostenregel
  where gemeente_code = $gemeente_code
  union
  select wet, aanbieder, product_categorie, product_code, buurt_code, verwijzer_type, verwijzer_code
  from hulp
  where gemeente_code = $gemeente_code
  union
  select wet, aanbieder, product_categorie, product_code, buurt_code, verwijzer_type, verwijzer_code
  from toewijzing
  where gemeente_code = $gemeente_code
)
select 'wet' as dimension, wet as code from used
union
select 'aanbieder' as dimension, aanbieder as code from used
union
select 'aanbieder' as dimension, aanbieder as code from aanbieder where gemeente_code = $gemeente_code
union
select 'product' as dimension, coalesce(product_code, 'aspecifiek:' || product_categorie, 'generiek') as code from used
union
select 'product' as dimension, product_code as code from product where gemeente_code = $gemeente_code
union
select 'productgroep' as dimension, productgroep as code from product where gemeente_code = $gemeente_code
union
select 'productgroep' as dimension, coalesce('aspecifiek:' || product_categorie, 'generiek') as code
from used
where product_code is null
union
select soort as dimension, gebied_code as code
from gebied
where gemeente_code = $gemeente_code and soort in ('wijk', 'buurt')
union
select 'wijk' as dimension, 'WK' || substring(buurt_code, 3, 6) as code from used where buurt_code is not null
union
select 'buurt' as dimension, buurt_code as code from used where buurt_code is not null
union
select 'team' as dimension, team_code as code from team_wijk where gemeente_code = $gemeente_code
union
-- A team that has no wijk yet can be asked for, and has no figures.
select 'team' as dimension, team_code as code from team where gemeente_code = $gemeente_code
union
select 'verwijzer' as dimension, verwijzer_type as code from used
union
select 'verwijzer-praktijk' as dimension, verwijzer_code as code from used where verwijzer_code is not null
union
select 'verwijzer-praktijk' as dimension, verwijzer_code as code from verwijzer where gemeente_code = $gemeente_code
