-- Each state of each Toewijzing, as it would be.
select
  toewijzing.gemeente_code,
  toewijzing.wet,
  toewijzing.toewijzing_nummer,
  toewijzing.client,
  coalesce(aside_persoon.hersteld_persoon, toewijzing.persoon) as persoon,
  coalesce(aside_toewijzing.hersteld_aanbieder, toewijzing.aanbieder) as aanbieder,
  toewijzing.product_categorie,
  toewijzing.product_code,
  toewijzing.verzocht_op,
  toewijzing.eerst_toegewezen_op,
  toewijzing.ingangsdatum,
  case
    when aside_toewijzing.hersteld_einddatum is null then toewijzing.einddatum
    else greatest(
      least(coalesce(toewijzing.einddatum, date '9999-12-31'), aside_toewijzing.hersteld_einddatum),
      toewijzing.ingangsdatum
    )
  end as einddatum,
  toewijzing.volume,
  toewijzing.eenheid,
  toewijzing.frequentie,
  toewijzing.budget,
  toewijzing.geboortemaand,
  toewijzing.geslacht,
  toewijzing.buurt_code,
  toewijzing.huishouden,
  toewijzing.verwijzer_type,
  toewijzing.verwijzer_code,
  toewijzing.bekend_van,
  toewijzing.bekend_tot
from toewijzing
left join aside_toewijzing
  on aside_toewijzing.wet = toewijzing.wet
  and aside_toewijzing.toewijzing_nummer = toewijzing.toewijzing_nummer
left join aside_persoon
  on aside_persoon.persoon = toewijzing.persoon
where toewijzing.gemeente_code = $gemeente_code
  and aside_toewijzing.is_left_out is distinct from true
  and (aside_persoon.persoon is null or aside_persoon.hersteld_persoon is not null)
