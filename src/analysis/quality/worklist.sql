-- Which Berichten and Toewijzingen are behind the open problems? For who has to mend them.
-- One row for each problem; the newest Bericht about it that was known on $bekend_op.
with told as (
  select gemeente_code, wet, '301' as soort, toewijzing_nummer, cast(null as date) as begindatum, bericht_id, dagtekening
  from toewijzing_versie
  where gemeente_code = $gemeente_code
  union all
  select gemeente_code, wet, '307' as soort, toewijzing_nummer, begindatum, bericht_id, dagtekening
  from start
  where gemeente_code = $gemeente_code
),
ranked as (
  select
    told.*,
    row_number() over (
      partition by wet, soort, toewijzing_nummer, begindatum order by dagtekening desc, bericht_id desc
    ) as place
  from told
  where dagtekening <= cast($bekend_op as date)
),
named as (
  select
    open_problem.*,
    coalesce(open_problem.bericht_id, begun.bericht_id, assigned.bericht_id) as told_in
  from open_problem
  left join ranked as begun
    on begun.soort = '307'
    and begun.wet = open_problem.wet
    and begun.toewijzing_nummer = open_problem.toewijzing_nummer
    and begun.begindatum = open_problem.begindatum
    and begun.place = 1
  left join ranked as assigned
    on assigned.soort = '301'
    and assigned.wet = open_problem.wet
    and assigned.toewijzing_nummer = open_problem.toewijzing_nummer
    and assigned.place = 1
)
select
  named.controle,
  named.wet,
  named.aanbieder,
  coalesce(named.product_code, named.product_categorie, '') as product,
  named.toewijzing_nummer,
  bericht.soort as soort,
  bericht.identificatie as identificatie,
  bericht.dagtekening as dagtekening,
  prestatie.referentie as referentie,
  substring(cast(named.maand as varchar), 1, 7) as maand,
  named.sinds,
  named.cents,
  persoon.client as client
from named
left join persoon
  on persoon.gemeente_code = $gemeente_code
  and persoon.persoon = named.persoon
left join bericht
  on bericht.gemeente_code = $gemeente_code
  and bericht.bericht_id = named.told_in
left join prestatie
  on prestatie.gemeente_code = $gemeente_code
  and prestatie.bericht_id = named.bericht_id
  and prestatie.regel = named.regel
order by named.sinds, named.controle, named.wet, named.toewijzing_nummer, named.bericht_id nulls first, named.regel nulls first, named.maand
