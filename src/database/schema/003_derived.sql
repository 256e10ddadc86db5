-- What follows from the deliveries; made again after each import (derive/), never written by hand.
-- Two times: a row holds in the world over its own dates, and was what we knew from bekend_van up to, not including,
-- bekend_tot. So the state as known on a day is: bekend_van <= day and bekend_tot > day. '9999-12-31' is: still.

-- One row. data_versie goes up with every commit of data; afgeleid_van is the data_versie the derived tables were made of.
create table gegevens_stand (
  data_versie integer not null,
  afgeleid_van integer not null,
  data_datum date                -- newest Dagtekening
);

insert into gegevens_stand (data_versie, afgeleid_van, data_datum) values (0, 0, null);

-- The Berichten that count. Of those with one identificatie the first counts, unless it was refused; a refused one
-- counts until its retourbericht and as never sent from then on.
create table geldig_bericht (
  gemeente_code text not null,
  bericht_id bigint not null,
  wet text not null,
  soort text not null,
  aanbieder text,
  identificatie text not null,
  bekend_van date not null,      -- Dagtekening
  bekend_tot date not null       -- DagtekeningRetour of the refusal
);

-- Whoever a figure is about, as a number of this gemeente: numbers are counted apart in a fraction of the time that
-- pseudonyms take. Made anew at each derivation, so it means nothing outside the derived tables.
create table persoon (
  gemeente_code text not null,
  client text not null,
  persoon integer not null
);

-- Each Toewijzing as it stood: the version with the latest Toewijzingsdatum and Toewijzingstijd known by then.
-- A removed one (begin is end, reden 13) counts as never sent and has no row while it is removed.
create table toewijzing (
  gemeente_code text not null,
  wet text not null,
  toewijzing_nummer integer not null,
  client text not null,
  persoon integer not null,
  aanbieder text not null,
  product_categorie text,
  product_code text,
  verzocht_op date,              -- Dagtekening of the 315 it answers; null: the gemeente began it
  eerst_toegewezen_op date not null, -- Toewijzingsdatum of its first version
  ingangsdatum date not null,
  einddatum date,
  volume integer,
  eenheid text,
  frequentie text,
  budget integer,
  geboortemaand date,
  geslacht text,
  buurt_code text,
  huishouden text,
  verwijzer_type text not null,  -- COD327; '01' when the gemeente began it
  verwijzer_code text,
  bekend_van date not null,
  bekend_tot date not null
);

-- Each start and stop, while it was known: from StatusAanlevering 1 until 3 took it back.
create table melding (
  gemeente_code text not null,
  soort text not null,           -- start, stop
  wet text not null,
  client text not null,
  aanbieder text not null,
  toewijzing_nummer integer,
  product_categorie text,
  product_code text,
  begindatum date not null,
  einddatum date,                -- null: a start
  reden_beeindiging text,        -- null: a start
  bekend_van date not null,
  bekend_tot date not null
);

-- Help that began: a start that was not withdrawn, with what is known of its end.
-- Where claims came and a start never did, the first claimed ProductPeriode is the begin (begin_bron 'declaratie').
create table hulp (
  gemeente_code text not null,
  wet text not null,
  client text not null,
  persoon integer not null,
  aanbieder text not null,
  toewijzing_nummer integer,
  product_categorie text,
  product_code text,
  begindatum date not null,
  begin_bron text not null,      -- start, declaratie
  einddatum date,                -- null: running
  eind_bron text,                -- stop, toewijzing; null: running
  reden_beeindiging text,        -- null: running, or ended with its Toewijzing and no stop came
  verzocht_op date,
  eerst_toegewezen_op date,
  ingangsdatum date,
  geboortemaand date,
  geslacht text,
  buurt_code text,
  huishouden text,
  verwijzer_type text not null,
  verwijzer_code text,
  bekend_van date not null,
  bekend_tot date not null
);

-- Each Prestatie with its answer. Known as claimed from bekend_van, as granted or refused from beantwoord_op.
create table kostenregel (
  gemeente_code text not null,
  bericht_id bigint not null,
  regel integer not null,
  wet text not null,
  client text not null,
  persoon integer not null,
  aanbieder text not null,
  toewijzing_nummer integer not null,
  product_categorie text not null,
  product_code text not null,
  begindatum date not null,      -- ProductPeriode
  zorgmaand date not null,       -- first day of its month
  volume integer not null,
  eenheid text not null,
  tarief_cents integer,
  cents bigint not null,         -- credit is negative
  is_credit boolean not null,
  bekend_van date not null,      -- Dagtekening of the 323
  beantwoord_op date,            -- Dagtekening of the 325; null: no answer yet
  is_toegekend boolean,          -- null: no answer yet
  is_verworpen boolean not null, -- the whole 323 was refused: it counts as never sent
  retourcodes text,              -- why this line was refused
  geboortemaand date,
  geslacht text,
  buurt_code text,
  verwijzer_type text not null,
  verwijzer_code text
);

-- The help of one client in one productcategorie, from the first begin to the last end, with less than 30 days between.
-- Who helped and where the client lived: as at the begin; laatste_ is as at the end.
create table traject (
  gemeente_code text not null,
  wet text not null,
  persoon integer not null,
  product_categorie text,
  begindatum date not null,
  einddatum date,                -- null: running
  aanbieder text not null,
  product_code text,
  buurt_code text,
  geboortemaand date,
  geslacht text,
  verwijzer_type text not null,
  verwijzer_code text,
  reden_beeindiging text,        -- null: running, or no stop came
  laatste_aanbieder text not null,
  laatste_product_code text,
  laatste_buurt_code text,
  bekend_van date not null,
  bekend_tot date not null
);

-- The begin that ends the wait for a Toewijzing: the first one. Aanbieders send a new start after a break.
create table eerste_start (
  gemeente_code text not null,
  wet text not null,
  persoon integer not null,
  aanbieder text not null,
  toewijzing_nummer integer not null,
  product_categorie text,
  product_code text,
  begindatum date not null,
  begin_bron text not null,      -- start, declaratie
  eerst_toegewezen_op date,
  ingangsdatum date,
  geboortemaand date,
  geslacht text,
  buurt_code text,
  verwijzer_type text not null,
  verwijzer_code text,
  bekend_van date not null,
  bekend_tot date not null
);

-- Granted care of months in which no help was known: a start that never came, or came late. With hulp it says who was
-- helped, and each line of care need not be read for that. One row for each line and span of days.
create table zorg_zonder_hulp (
  gemeente_code text not null,
  wet text not null,
  persoon integer not null,
  aanbieder text not null,
  product_categorie text not null,
  product_code text not null,
  zorgmaand date not null,
  geboortemaand date,
  geslacht text,
  buurt_code text,
  verwijzer_type text not null,
  verwijzer_code text,
  bekend_van date not null,
  bekend_tot date not null
);
