-- How often did aanbieders ask to change a Toewijzing, for the people who had help?
-- One row for each stretch of help and period in which it ran, with nothing asked, and one for each verzoek om wijziging.
select
  gemeente_code,
  wet,
  persoon,
  aanbieder,
  product_categorie,
  product_code,
  geboortemaand,
  geslacht,
  buurt_code,
  verwijzer_type,
  verwijzer_code,
  period,
  on_day,
  0 as numerator
from helped_in_period
-- Where no verzoek was ever sent, as with the tables of a suite, nobody knows whether one was asked.
where exists (select 1 from verzoek_with_answer)
union all
select
  verzoek_with_answer.gemeente_code,
  verzoek_with_answer.wet,
  verzoek_with_answer.persoon,
  verzoek_with_answer.aanbieder,
  verzoek_with_answer.product_categorie,
  verzoek_with_answer.product_code,
  verzoek_with_answer.geboortemaand,
  verzoek_with_answer.geslacht,
  verzoek_with_answer.buurt_code,
  verzoek_with_answer.verwijzer_type,
  verzoek_with_answer.verwijzer_code,
  month_asked.period,
  verzoek_with_answer.sent_on as on_day,
  1 as numerator
from verzoek_with_answer
join month_asked on verzoek_with_answer.sent_on between month_asked.first_day and month_asked.last_day
where not verzoek_with_answer.is_new
