-- Which file a reference table was filled from, for each Gemeente. Replaced with the table.

create table referentie_stand (
  gemeente_code text not null,
  tabel text not null,           -- name of the table, or grenzen
  naam text not null,            -- of the file
  sha256 text not null,
  levering_nummer integer not null
);
