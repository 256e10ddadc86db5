-- In which answers does the care stand? One row for each line that was answered, by month of care.
select
  kostenregel.wet,
  kostenregel.persoon,
  kostenregel.aanbieder,
  kostenregel.product_categorie,
  kostenregel.product_code,
  kostenregel.buurt_code,
  kostenregel.geboortemaand,
  kostenregel.geslacht,
  kostenregel.verwijzer_type,
  kostenregel.verwijzer_code,
  kostenregel.zorgmaand as begindatum,
  kostenregel.zorgmaand as einddatum,
  declaratie_antwoord.bericht_id as numerator
from kostenregel
join declaratie
  on declaratie.gemeente_code = kostenregel.gemeente_code
  and declaratie.bericht_id = kostenregel.bericht_id
join declaratie_antwoord
  on declaratie_antwoord.gemeente_code = declaratie.gemeente_code
  and declaratie_antwoord.wet = declaratie.wet
  and declaratie_antwoord.aanbieder = declaratie.aanbieder
  and declaratie_antwoord.declaratie_identificatie = declaratie.identificatie
  and declaratie_antwoord.dagtekening <= cast($bekend_op as date)
where kostenregel.gemeente_code = $gemeente_code
  and kostenregel.bekend_van <= cast($bekend_op as date)
