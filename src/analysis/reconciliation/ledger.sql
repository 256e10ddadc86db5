-- What stands in the ledger over the months asked?
-- One row for each month, wet, taakveld and description.
select
  substring(cast(make_date(jaar, maand, 1) as varchar), 1, 7) as maand,
  wet,
  taakveld,
  omschrijving,
  cast(sum(cents) as bigint) as cents
from grootboek
where gemeente_code = $gemeente_code
  and make_date(jaar, maand, 1) between cast($van as date) and cast($tot as date)
  and ($wet = '' or wet = $wet)
group by 1, wet, taakveld, omschrijving
order by 1, wet, taakveld, omschrijving
