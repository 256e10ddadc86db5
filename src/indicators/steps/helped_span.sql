-- Who was helped from when to when, and how heavy that help was.
-- One row for each begin of help.
select
  known_hulp.gemeente_code,
  known_hulp.wet,
  known_hulp.persoon,
  known_hulp.aanbieder,
  known_hulp.product_categorie,
  known_hulp.product_code,
  known_hulp.begindatum,
  known_hulp.einddatum,
  coalesce(known_hulp.einddatum, date '9999-12-31') as helped_until,
  known_hulp.reden_beeindiging,
  known_hulp.geboortemaand,
  known_hulp.geslacht,
  known_hulp.buurt_code,
  known_hulp.verwijzer_type,
  known_hulp.verwijzer_code,
  -- 1 licht, 2 midden, 3 zwaar; null: unknown.
  coalesce(zwaarte_of_code.zwaarte, zwaarte_of_categorie.zwaarte) as zwaarte,
  -- Died, moved away, or went to help of another law: no longer to be seen here. 31 is "verhuizing" in the Wmo only.
  case
    when known_hulp.reden_beeindiging in ('02', '39') then true
    when known_hulp.wet = 'Wmo' and known_hulp.reden_beeindiging = '31' then true
    when known_hulp.wet = 'Jeugdwet' and known_hulp.reden_beeindiging = '35' then true
    else false
  end as has_left
from known_hulp
left join zwaarte_of_code
  on zwaarte_of_code.wet = known_hulp.wet
  and zwaarte_of_code.product_code = known_hulp.product_code
left join zwaarte_of_categorie
  on zwaarte_of_categorie.wet = known_hulp.wet
  and zwaarte_of_categorie.product_categorie = known_hulp.product_categorie
