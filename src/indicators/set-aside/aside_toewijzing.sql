-- Toewijzingen that are set aside with all that came of them, or would have ended, or be another aanbieder's.
select
  wet,
  toewijzing_nummer,
  min(hersteld_einddatum) as hersteld_einddatum,
  min(hersteld_aanbieder) as hersteld_aanbieder,
  bool_or(hersteld_einddatum is null and hersteld_aanbieder is null) as is_left_out
from open_gebrek
where regel is null
  and begindatum is null
  and not is_about_person
group by wet, toewijzing_nummer
