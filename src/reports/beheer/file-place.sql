-- Where does file $sha256 stand in the archive?
-- One row, or none.
select bestand.naam, bestand.grootte, bestand.segment, bestand.blok_begin, bestand.begin_in_blok, archief_blok.lengte
from bestand
join archief_blok on archief_blok.segment = bestand.segment and archief_blok.blok_begin = bestand.blok_begin
where bestand.sha256 = $sha256
