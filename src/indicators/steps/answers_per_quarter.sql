-- What clients answered when they were asked about their help, as aanbieders told of each quarter that had ended by
-- $bekend_op. One row for each wet, aanbieder, quarter and maat: counts, and no clients.
select
  gemeente_code,
  wet,
  cast(null as integer) as persoon,
  aanbieder,
  'onbekend' as product_categorie,
  'onbekend' as product_code,
  cast(null as text) as buurt_code,
  cast(null as date) as geboortemaand,
  cast(null as text) as geslacht,
  'onbekend' as verwijzer_type,
  cast(null as text) as verwijzer_code,
  maat,
  -- A quarter is told of in its last month.
  cast(cast(jaar as text) || '-' || substring(cast(100 + 3 * kwartaal as text), 2, 2) || '-01' as date) as on_day,
  gevraagd,
  beantwoord,
  positief
from uitkomst
where gemeente_code = $gemeente_code
  and (jaar * 12 + 3 * kwartaal)
    < extract(year from cast($bekend_op as date) + 1) * 12 + extract(month from cast($bekend_op as date) + 1)
