-- Help that is set aside, or would have ended.
select wet, toewijzing_nummer, persoon, begindatum, min(hersteld_einddatum) as hersteld_einddatum
from open_gebrek
where regel is null
  and begindatum is not null
group by wet, toewijzing_nummer, persoon, begindatum
