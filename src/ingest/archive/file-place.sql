-- Where does file $sha256 stand in the archive?
-- One row, or none.
select naam, grootte, segment, blok_begin, begin_in_blok
from bestand
where sha256 = $sha256 and segment is not null
