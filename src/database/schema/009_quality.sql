-- What is wrong or missing in the data, found by laying the deliveries beside each other; made by derive/, never by hand.

-- Prices of the contracts as they can be looked up: in the unit itself or, for hours and minutes, in the other one; under
-- the own AGB-code or, where that merged, under the one it merged into. The smallest afstand goes first.
create table tarief (
  gemeente_code text not null,
  aanbieder text not null,
  wet text not null,
  product_code text not null,
  eenheid text not null,
  cents_per_eenheid double precision not null,
  begindatum date not null,
  einddatum date not null,       -- '9999-12-31': still
  bekend_op date not null,
  afstand integer not null
);

-- What each known state of a Toewijzing is worth: its volume at the tarief of the contract, over a year or over its
-- whole length when that is shorter. No row: no volume, or no tarief.
create table toewijzing_waarde (
  gemeente_code text not null,
  wet text not null,
  toewijzing_nummer integer not null,
  bekend_van date not null,
  cents bigint not null
);

-- Up to which month of care each Toewijzing was claimed, as known on each day.
create table declaratiestand (
  gemeente_code text not null,
  client text not null,
  wet text not null,
  toewijzing_nummer integer not null,
  laatste_zorgmaand date not null,
  bekend_van date not null,
  bekend_tot date not null
);

-- One fact that is wrong or missing, by the controle that found it. Open from bekend_van up to, not including,
-- bekend_tot: who asks as of a later day finds it gone. hersteld_ says how the fact would read once it is mended; all
-- of them null: it would not be there.
create table gebrek (
  gemeente_code text not null,
  controle text not null,
  wet text not null,
  aanbieder text not null,
  persoon integer not null,
  product_categorie text,
  product_code text,
  buurt_code text,
  soort text not null,           -- of the Bericht that would mend it or in which it stands: '301', '305', '307', '323'
  bericht_id bigint,             -- with regel: the line; null: it is about a Toewijzing
  regel integer,
  toewijzing_nummer integer,
  begindatum date,               -- of the help; null: it is not about help that began
  maand date not null,           -- first day of the month it is about
  sinds date not null,           -- the first day on which it could be seen
  cents bigint,                  -- at stake; null: that cannot be said
  hersteld_cents bigint,
  hersteld_einddatum date,
  hersteld_persoon integer,
  hersteld_aanbieder text,
  bekend_van date not null,
  bekend_tot date not null
);

-- Claims that still stand: of a line that a newer table of its source no longer has, it is known until when it did.
create view staande_kostenregel as select * from kostenregel where bekend_tot is null;
