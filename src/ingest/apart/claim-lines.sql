-- Which lines tell whether the earlier Declaraties of an aanbieder were refused as a whole?
-- One row for each Declaratie of an aanbieder that claims in `apart`: its first line, of whomever it is.
insert into apart.prestatie
select prestatie.*
from prestatie
join (
  select prestatie.gemeente_code, prestatie.bericht_id, min(prestatie.regel) as regel
  from prestatie
  join (select distinct gemeente_code, wet, aanbieder from apart.declaratie) as own
    using (gemeente_code, wet, aanbieder)
  group by prestatie.gemeente_code, prestatie.bericht_id
) as first_line using (gemeente_code, bericht_id, regel)
where not exists (
    select 1
    from apart.geraakt_bericht as left_out
    where left_out.gemeente_code = prestatie.gemeente_code
      and left_out.bericht_id = prestatie.bericht_id
  )
  -- Those came with all that is known of the client.
  and not exists (
    select 1
    from apart.geraakt_client as touched
    where touched.gemeente_code = prestatie.gemeente_code
      and touched.client = prestatie.client
  )
