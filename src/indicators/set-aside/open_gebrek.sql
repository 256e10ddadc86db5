-- What a controle had found and was still open on $bekend_op; 'alle' is all controles together.
-- What can be mended without leaving it out, says how it would read; of all together, all is left out.
select
  wet,
  persoon,
  toewijzing_nummer,
  begindatum,
  bericht_id,
  regel,
  case when $controle = 'alle' then null else hersteld_cents end as hersteld_cents,
  case when $controle = 'alle' then null else hersteld_einddatum end as hersteld_einddatum,
  case when $controle = 'alle' then null else hersteld_persoon end as hersteld_persoon,
  case when $controle = 'alle' then null else hersteld_aanbieder end as hersteld_aanbieder,
  hersteld_persoon is not null as is_about_person
from gebrek
where gemeente_code = $gemeente_code
  and ($controle = 'alle' or controle = $controle)
  and bekend_van <= cast($bekend_op as date)
  and bekend_tot > cast($bekend_op as date)
