-- Which part of the money goes to help that anyone may walk into, before it comes to a Toewijzing?
-- One row for each month and each such offer, and one for each amount that was paid for help on a Toewijzing or a pgb.
select
  gemeente_code,
  wet,
  persoon,
  aanbieder,
  product_categorie,
  product_code,
  buurt_code,
  geboortemaand,
  geslacht,
  verwijzer_type,
  verwijzer_code,
  on_day,
  cents as numerator,
  cents as denominator
from voorliggend_per_month
union all
select
  known_kostenregel.gemeente_code,
  known_kostenregel.wet,
  known_kostenregel.persoon,
  known_kostenregel.aanbieder,
  known_kostenregel.product_categorie,
  known_kostenregel.product_code,
  known_kostenregel.buurt_code,
  known_kostenregel.geboortemaand,
  known_kostenregel.geslacht,
  known_kostenregel.verwijzer_type,
  known_kostenregel.verwijzer_code,
  known_kostenregel.zorgmaand as on_day,
  0 as numerator,
  known_kostenregel.cents as denominator
from known_kostenregel
-- Nothing told of the free offer is not the same as nothing spent on it.
join (select distinct gemeente_code from voorliggend_per_month) as offered
  on offered.gemeente_code = known_kostenregel.gemeente_code
where known_kostenregel.is_toegekend
union all
select
  known_overige_kosten.gemeente_code,
  known_overige_kosten.wet,
  known_overige_kosten.persoon,
  known_overige_kosten.aanbieder,
  known_overige_kosten.product_categorie,
  known_overige_kosten.product_code,
  known_overige_kosten.buurt_code,
  known_overige_kosten.geboortemaand,
  known_overige_kosten.geslacht,
  known_overige_kosten.verwijzer_type,
  known_overige_kosten.verwijzer_code,
  known_overige_kosten.on_day,
  0 as numerator,
  known_overige_kosten.numerator as denominator
from known_overige_kosten
join (select distinct gemeente_code from voorliggend_per_month) as offered
  on offered.gemeente_code = known_overige_kosten.gemeente_code
-- Subsidies pay for the free offer, so they would count twice.
where known_overige_kosten.part in ('pgb', 'taakgericht')
