-- From which file was each reference table filled, and when did that come?
-- One row for each Gemeente and table that was filled since this is kept.
select
  referentie_stand.gemeente_code,
  referentie_stand.tabel,
  referentie_stand.naam,
  cast(cast(levering.begonnen_op as date) as text) as dag
from referentie_stand
join levering on levering.levering_nummer = referentie_stand.levering_nummer
order by referentie_stand.gemeente_code, referentie_stand.tabel
