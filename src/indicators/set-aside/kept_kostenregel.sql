-- The lines of care claimed by $bekend_op, as they would be.
select
  kostenregel.gemeente_code,
  kostenregel.bericht_id,
  kostenregel.regel,
  kostenregel.wet,
  kostenregel.client,
  coalesce(aside_persoon.hersteld_persoon, kostenregel.persoon) as persoon,
  coalesce(aside_toewijzing.hersteld_aanbieder, kostenregel.aanbieder) as aanbieder,
  kostenregel.toewijzing_nummer,
  kostenregel.product_categorie,
  kostenregel.product_code,
  kostenregel.begindatum,
  kostenregel.zorgmaand,
  kostenregel.volume,
  kostenregel.eenheid,
  kostenregel.tarief_cents,
  coalesce(aside_line.hersteld_cents, kostenregel.cents) as cents,
  kostenregel.is_credit,
  kostenregel.bekend_van,
  kostenregel.bekend_tot,
  kostenregel.beantwoord_op,
  kostenregel.is_toegekend,
  kostenregel.is_verworpen,
  kostenregel.retourcodes,
  kostenregel.geboortemaand,
  kostenregel.geslacht,
  kostenregel.buurt_code,
  kostenregel.verwijzer_type,
  kostenregel.verwijzer_code
from kostenregel
left join aside_line
  on aside_line.bericht_id = kostenregel.bericht_id
  and aside_line.regel = kostenregel.regel
left join aside_toewijzing
  on aside_toewijzing.wet = kostenregel.wet
  and aside_toewijzing.toewijzing_nummer = kostenregel.toewijzing_nummer
left join aside_persoon
  on aside_persoon.persoon = kostenregel.persoon
where kostenregel.gemeente_code = $gemeente_code
  and kostenregel.bekend_van <= cast($bekend_op as date)
  and (aside_line.bericht_id is null or aside_line.hersteld_cents is not null)
  and aside_toewijzing.is_left_out is distinct from true
  and (aside_persoon.persoon is null or aside_persoon.hersteld_persoon is not null)
