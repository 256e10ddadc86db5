-- What was delivered, as it was delivered. Rows are only ever added; corrections are rows too.
-- Every fact begins with gemeente_code: the shard key, and the line along which rights run.
-- bericht_id is the beginning of the SHA-256 of the Bericht, so the same Bericht has the same id on every machine,
-- whatever the order of arrival.

create table levering (
  levering_nummer integer not null,
  begonnen_op timestamp not null,
  klaar_op timestamp,
  bron text not null
);

-- One block of the archive: whole files, compressed and encrypted together.
create table archief_blok (
  segment integer not null,
  blok_begin bigint not null,
  lengte integer not null,
  lengte_open integer not null
);

-- Every delivered file, in exactly one state: ingenomen, bevindingen (taken in, with findings) or geweigerd.
create table bestand (
  sha256 text not null,
  levering_nummer integer not null,
  naam text not null,
  grootte bigint not null,
  toestand text not null,
  reden text,
  segment integer,
  blok_begin bigint,
  begin_in_blok integer
);

create table bericht (
  gemeente_code text not null,
  bericht_id bigint not null,
  wet text not null,             -- Wmo or Jeugdwet
  soort text not null,           -- '301', '323', ...
  release text not null,         -- '3.0', '3.1', '3.2'
  aanbieder text,                -- AGB-code, whichever side it stood on
  identificatie text not null,   -- of the Bericht itself: IdentificatieRetour in a retourbericht
  dagtekening date not null,     -- of the Bericht itself: DagtekeningRetour in a retourbericht
  sha256 text not null,
  levering_nummer integer not null,
  toestand text not null,        -- ingenomen or bevindingen
  verzonden_op timestamp         -- from the envelope, when there was one
);

create table bevinding (
  gemeente_code text,            -- null: the Bericht could not be read that far
  bericht_id bigint not null,
  sha256 text not null,
  levering_nummer integer not null,
  volgnummer integer not null,
  niveau integer not null,
  regel text not null,
  retourcode text,
  pad text not null,
  ernst text not null,           -- fout or waarschuwing
  tekst text not null
);

create table toewijzing_versie (
  gemeente_code text not null,
  bericht_id bigint not null,
  regel integer not null,
  wet text not null,
  client text not null,          -- pseudonym
  aanbieder text not null,
  toewijzing_nummer integer not null,
  referentie_aanbieder text,
  product_categorie text,        -- null: generic
  product_code text,             -- null: aspecific
  toegewezen_op timestamp not null, -- Toewijzingsdatum and Toewijzingstijd
  ingangsdatum date not null,
  einddatum date,                -- null: open-ended
  reden_wijziging text,
  volume integer,
  eenheid text,
  frequentie text,
  budget integer,                -- cents
  geboortemaand date,
  geslacht text,
  buurt_code text,               -- null: no address we know the buurt of
  huishouden text,               -- keyed hash of the address
  dagtekening date not null
);

create table start (
  gemeente_code text not null,
  bericht_id bigint not null,
  regel integer not null,
  wet text not null,
  client text not null,
  aanbieder text not null,
  toewijzing_nummer integer,     -- null: taakgericht
  product_categorie text,
  product_code text,
  toewijzing_ingangsdatum date,
  begindatum date not null,
  status_aanlevering text not null,
  dagtekening date not null
);

create table stop (
  gemeente_code text not null,
  bericht_id bigint not null,
  regel integer not null,
  wet text not null,
  client text not null,
  aanbieder text not null,
  toewijzing_nummer integer,
  product_categorie text,
  product_code text,
  toewijzing_ingangsdatum date,
  begindatum date not null,
  reden_beeindiging text not null,
  einddatum date not null,
  status_aanlevering text not null,
  dagtekening date not null
);

create table verzoek (
  gemeente_code text not null,
  bericht_id bigint not null,
  regel integer not null,
  wet text not null,
  client text not null,
  aanbieder text not null,
  soort text not null,           -- toewijzing (315); ongewijzigd, te wijzigen, nieuw (317)
  referentie_aanbieder text not null,
  reden_verzoek text,
  toewijzing_nummer integer,
  product_categorie text,
  product_code text,
  ingangsdatum date,
  einddatum date,
  volume integer,
  eenheid text,
  frequentie text,
  budget integer,
  verwijzer_type text,
  verwijzer_code text,           -- AGB-code; the name of a verwijzer is not kept
  raamcontract text,
  dagtekening date not null
);

create table antwoord (
  gemeente_code text not null,
  bericht_id bigint not null,
  wet text not null,
  aanbieder text not null,
  referentie_aanbieder text not null,
  verzoek_antwoord text not null,
  reden_afwijzing text,
  woonplaats_gemeente_code text,
  dagtekening date not null
);

-- A retourbericht: 302, 306, 308, 316, 318, 320. identificatie and dagtekening are those of the Bericht it answers.
create table retour (
  gemeente_code text not null,
  bericht_id bigint not null,
  wet text not null,
  aanbieder text not null,
  soort text not null,           -- of the Bericht it answers: '301', ...
  identificatie text not null,
  dagtekening date not null,
  identificatie_retour text not null,
  dagtekening_retour date not null,
  retourcodes text not null,     -- every code in the message that reports an error, sorted, with commas; '' is none
  is_afgekeurd boolean not null
);

create table declaratie (
  gemeente_code text not null,
  bericht_id bigint not null,
  wet text not null,
  aanbieder text not null,
  identificatie text not null,
  declaratie_nummer text not null,
  begindatum date not null,
  einddatum date not null,
  declaratie_dagtekening date not null,
  totaal_cents bigint not null,  -- credit is negative
  dagtekening date not null
);

create table prestatie (
  gemeente_code text not null,
  bericht_id bigint not null,
  regel integer not null,
  wet text not null,
  client text not null,
  aanbieder text not null,
  referentie text not null,
  vorige_referentie text,
  toewijzing_nummer integer not null,
  product_categorie text not null,
  product_code text not null,
  begindatum date not null,      -- ProductPeriode
  einddatum date not null,
  volume integer not null,
  eenheid text not null,
  tarief_cents integer,
  cents bigint not null,         -- IngediendBedrag; credit is negative
  dagtekening date not null
);

-- A 325. It lists only what is refused, so what is granted follows from what is missing in prestatie_antwoord.
create table declaratie_antwoord (
  gemeente_code text not null,
  bericht_id bigint not null,
  wet text not null,
  aanbieder text not null,
  declaratie_identificatie text not null,
  declaratie_dagtekening date not null,
  declaratie_nummer text,        -- null: refused on the header
  retourcodes_bericht text not null,
  retourcodes text,              -- of DeclaratieAntwoord; null: there was none
  ingediend_cents bigint,
  toegekend_cents bigint,
  dagtekening date not null
);

create table prestatie_antwoord (
  gemeente_code text not null,
  bericht_id bigint not null,
  regel integer not null,
  wet text not null,
  client text not null,
  aanbieder text not null,
  referentie text not null,
  toewijzing_nummer integer not null,
  product_categorie text not null,
  product_code text not null,
  begindatum date not null,
  cents bigint not null,
  retourcodes text not null
);
