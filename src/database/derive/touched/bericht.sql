-- Of which Berichten may it have changed whether they count?
-- One row for each new Bericht, and for each with an identificatie that a new one bears or refuses.
with new_bericht as (
  select bericht.*
  from bericht
  where not exists (
    select 1
    from afgeleid_bericht
    where afgeleid_bericht.gemeente_code = bericht.gemeente_code
      and afgeleid_bericht.bericht_id = bericht.bericht_id
  )
),
touched_key as (
  select gemeente_code, wet, soort, coalesce(aanbieder, '') as aanbieder, identificatie
  from new_bericht
  union
  select retour.gemeente_code, retour.wet, retour.soort, coalesce(retour.aanbieder, ''), retour.identificatie
  from retour
  join new_bericht using (gemeente_code, bericht_id)
)
insert into geraakt_bericht (gemeente_code, bericht_id, om_sleutel)
select bericht.gemeente_code, bericht.bericht_id, true
from bericht
join touched_key
  on touched_key.gemeente_code = bericht.gemeente_code
  and touched_key.wet = bericht.wet
  and touched_key.soort = bericht.soort
  and touched_key.aanbieder = coalesce(bericht.aanbieder, '')
  and touched_key.identificatie = bericht.identificatie
