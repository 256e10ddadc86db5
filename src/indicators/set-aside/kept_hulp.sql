-- The help known on $bekend_op, as it would be.
with told as (
  select
    hulp.*,
    aside_persoon.hersteld_persoon,
    aside_toewijzing.hersteld_aanbieder,
    coalesce(aside_hulp.hersteld_einddatum, aside_toewijzing.hersteld_einddatum) as hersteld_einddatum
  from hulp
  left join aside_toewijzing
    on aside_toewijzing.wet = hulp.wet
    and aside_toewijzing.toewijzing_nummer = hulp.toewijzing_nummer
  left join aside_hulp
    on aside_hulp.wet = hulp.wet
    and aside_hulp.toewijzing_nummer = hulp.toewijzing_nummer
    and aside_hulp.persoon = hulp.persoon
    and aside_hulp.begindatum = hulp.begindatum
  left join aside_persoon
    on aside_persoon.persoon = hulp.persoon
  where hulp.gemeente_code = $gemeente_code
    and hulp.bekend_van <= cast($bekend_op as date)
    and hulp.bekend_tot > cast($bekend_op as date)
    and aside_toewijzing.is_left_out is distinct from true
    and (aside_hulp.begindatum is null or aside_hulp.hersteld_einddatum is not null)
    and (aside_persoon.persoon is null or aside_persoon.hersteld_persoon is not null)
)
select
  gemeente_code,
  wet,
  client,
  coalesce(hersteld_persoon, persoon) as persoon,
  coalesce(hersteld_aanbieder, aanbieder) as aanbieder,
  toewijzing_nummer,
  product_categorie,
  product_code,
  begindatum,
  begin_bron,
  case
    when hersteld_einddatum is null then einddatum
    else greatest(least(coalesce(einddatum, date '9999-12-31'), hersteld_einddatum), begindatum)
  end as einddatum,
  eind_bron,
  reden_beeindiging,
  verzocht_op,
  eerst_toegewezen_op,
  ingangsdatum,
  geboortemaand,
  geslacht,
  buurt_code,
  huishouden,
  verwijzer_type,
  verwijzer_code,
  bekend_van,
  bekend_tot
from told
