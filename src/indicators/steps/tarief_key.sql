-- Which tarief_nummer belongs to a Toewijzing: a number is looked up faster, for each of its months, than four codes.
select distinct aanbieder, wet, product_code, eenheid, tarief_nummer
from known_tarief
