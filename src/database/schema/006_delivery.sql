-- What this installation knows of its own doings. It cannot be made again from the archive, so rebuild carries these
-- tables over from the database it replaces: own-tables.ts names them.

-- One run of import: where it came from, how long it took and what it brought.
create table ontvangst (
  ontvangst_nummer integer not null,
  levering_nummer integer,       -- null: it brought nothing that was not there already
  taak text,                     -- how who delivers asks about it; null: nobody does
  herkomst text not null,        -- opdracht, inbox, upload, api; onbekend before this was noted
  door text,                     -- name of the token or of the reader
  bron text not null,
  ontvangen_op timestamp,        -- when it had come in over the web; null: it was read where it stood
  begonnen_op timestamp not null,
  klaar_op timestamp,            -- null: it runs, or it was broken off
  seconden double precision,
  bestanden integer,
  berichten integer,
  ingenomen integer,
  met_bevindingen integer,
  geweigerd integer,
  al_aanwezig integer,
  overgeslagen integer,
  verslag text                   -- JSON as 'import --json' gives it, the first findings only
);

insert into ontvangst (
  ontvangst_nummer, levering_nummer, herkomst, bron, begonnen_op, klaar_op, bestanden, ingenomen, met_bevindingen,
  geweigerd
)
select
  levering.levering_nummer,
  levering.levering_nummer,
  'onbekend',
  levering.bron,
  levering.begonnen_op,
  levering.klaar_op,
  cast(count(bestand.sha256) as integer),
  cast(count(*) filter (where bestand.toestand = 'ingenomen') as integer),
  cast(count(*) filter (where bestand.toestand = 'bevindingen') as integer),
  cast(count(*) filter (where bestand.toestand = 'geweigerd') as integer)
from levering
left join bestand on bestand.levering_nummer = levering.levering_nummer
group by levering.levering_nummer, levering.bron, levering.begonnen_op, levering.klaar_op;

-- What a program shows to be let in. The token itself is kept nowhere: only its SHA-256.
create table toegangstoken (
  naam text not null,
  sha256 text not null,
  bereik text not null,          -- what may be done with it: aanleveren
  gemaakt_op timestamp not null,
  geldig_tot timestamp not null,
  laatst_gebruikt_op timestamp,
  ingetrokken_op timestamp
);

-- Who looked at what holds people: a delivered file as it came.
create table inzage (
  op timestamp not null,
  wie text not null,
  wat text not null,
  sha256 text not null
);

-- Each time that archive and database were laid side by side.
create table controle (
  op timestamp not null,
  seconden double precision not null,
  bestanden bigint not null,
  berichten bigint not null,
  verschillen integer not null
);
