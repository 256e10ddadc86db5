-- Public figures of all gemeenten, so that one can be seen beside others. They know no Client, and they are replaced as a
-- whole for each kind and year when a file comes again.

-- Which file the figures of a kind and year came from.
create table landelijk_bestand (
  soort text not null,           -- kerncijfers, jaarrekening, begroting, gemeentefonds
  jaar integer not null,
  naam text not null,            -- of the file
  sha256 text not null,
  levering_nummer integer not null,
  gemeenten integer not null,
  onbekend text                  -- columns that were not understood, with a comma between; null: none
);

-- The gemeenten there were in a year. One that merged is not there in a later year.
create table landelijk_gemeente (
  gemeente_code text not null,
  jaar integer not null,
  naam text                      -- null: the file does not say
);

create table landelijk_kenmerk (
  gemeente_code text not null,
  jaar integer not null,
  kenmerk text not null,         -- as in gebied_kenmerk
  waarde double precision        -- null: not published, or not yet
);

-- What a gemeente spends and gets, by taakveld. Iv3 names gemeenten; which code a name had follows from the year.
create table landelijk_iv3 (
  gemeente_code text,            -- null: the file has names alone
  gemeente text not null,
  jaar integer not null,
  soort text not null,           -- jaarrekening, begroting
  taakveld text not null,
  som text not null,             -- wmo, jeugd, verblijf, voorkant, participatie: the same over the divisions of all years
  baten_cents bigint,            -- null: not delivered
  lasten_cents bigint,
  inwoners integer
);

-- What the Rijk gives, by cluster of the gemeentefonds.
create table landelijk_fonds (
  gemeente_code text,            -- null: the file has names alone
  gemeente text not null,
  jaar integer not null,
  cluster text not null,         -- sociale_basisvoorzieningen, individuele_voorzieningen_wmo, ...
  cents bigint
);
