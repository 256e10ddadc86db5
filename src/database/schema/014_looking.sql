-- Who looked at what, as a chain: each row holds the hash of the row before it, so a row that is changed, taken out or
-- put between does not fit any more. Written by access/looking/ alone.

alter table inzage rename to inzage_eerder; -- from before there was a chain; the first who opens the log moves it over

create table inzage (
  nummer bigint not null,        -- 1, 2, 3, ...: none is missing
  op timestamp not null,
  gebruiker text not null,       -- id of the gebruiker
  rol text not null,             -- in which role he looked
  doel text not null,            -- for which purpose: access/looking/purposes.ts
  soort text not null,           -- cijfers, persoon, origineel, beheer, verzoek, logboek
  wat text not null,             -- screen or file, never what stood on it
  vraag text,                    -- what was chosen on it; null: nothing
  gegevens_versie integer,       -- data_versie of what was shown; null: it is not about the data
  betrokkene text,               -- pseudonym of the one person it was about; null: it was about nobody, or about many
  sha256 text,                   -- of the file that was given
  uitkomst text not null,        -- gegeven, geweigerd
  sessie text,                   -- hash of the session; null: at this machine itself, or not signed in
  trace_id text not null,        -- as in the spans of Logboek Dataverwerkingen
  span_id text not null,
  vorige text not null,          -- hash of the row before
  hash text not null             -- of this row with vorige
);

-- Where the chain was cut on purpose: the rows up to and including `nummer` were taken out, and the last had this hash.
create table inzage_zegel (
  nummer bigint not null,
  hash text not null,
  op timestamp not null,
  reden text not null,           -- bewaartermijn; verloren: they were gone, and the administrator saw it
  regels bigint not null
);

-- What a person was called before a new key of pseudonyms, for those who are named in the log.
create table betrokkene_eerder (
  eerder text not null,
  nu text not null
);

-- Requests of residents: access, correction, erasure. No Bsn; the pseudonym only until the request is done.
create table verzoek_inwoner (
  nummer integer not null,
  soort text not null,           -- inzage, correctie, verwijdering
  ontvangen_op date not null,
  uiterlijk_op date not null,    -- a month later (AVG art. 12)
  door text not null,            -- id of the gebruiker who wrote it in
  betrokkene text,               -- null: it is done
  grond text,                    -- of a refusal, or why it was not refused
  uitkomst text,                 -- gegeven, doorgestuurd, verwijderd, geweigerd; null: it is open
  klaar_op timestamp
);

-- Files of which somebody's data were taken out, by what they were: delivered again they are known and stay out.
create table gewist_bestand (
  sha256 text not null,
  op timestamp not null,
  reden text not null            -- verzoek, bewaartermijn
);

-- Copies that were made of this installation: what is erased here still stands in them.
create table reservekopie (
  op timestamp not null,
  bestand text not null,
  bytes bigint not null,
  met_sleutels boolean not null
);
