-- What does the database hold that nothing in the archive stands for?
-- One row for each difference.
select 'Bericht ' || bericht.identificatie || ' (' || bericht.soort || ') heeft geen bestand in het archief.' as regel
from bericht
where not exists (select 1 from bestand where bestand.sha256 = bericht.sha256 and bestand.toestand <> 'geweigerd')
union all
select 'Bestand ''' || min(bestand.naam) || ''' staat ' || cast(count(*) as text) || ' keer in de database.' as regel
from bestand
group by bestand.sha256
having count(*) > 1
union all
select 'Bericht ' || min(bericht.identificatie) || ' staat ' || cast(count(*) as text) || ' keer in de database.' as regel
from bericht
group by bericht.bericht_id
having count(*) > 1
union all
select 'Bestand ''' || bestand.naam || ''' is ingenomen en heeft geen Bericht in de database.' as regel
from bestand
where bestand.toestand <> 'geweigerd'
  and bestand.reden is null
  and lower(bestand.naam) like '%.xml'
  and not exists (select 1 from bericht where bericht.sha256 = bestand.sha256)
union all
select 'Bestand ''' || bestand.naam || ''' staat niet in het archief.' as regel
from bestand
where not exists (
  select 1 from archief_blok
  where archief_blok.segment = bestand.segment and archief_blok.blok_begin = bestand.blok_begin
)
order by regel
