-- Facts that came as tables of a suite, beside those that came as Berichten; and what was paid without either.

-- One table that a source delivered, with how it was read. The newest of a source takes the place of those before it.
create table tabel_export (
  gemeente_code text not null,
  bron text not null,
  soort text not null,           -- toewijzingen, leveringen, declaratieregels, kosten
  sha256 text not null,
  levering_nummer integer not null,
  peildatum date not null,       -- the day that the table tells of
  kop text not null,             -- what its columns are known by
  koppeling text not null,       -- how its columns are read: JSON
  rijen integer not null,
  geweigerd integer not null
);

-- The Berichten that stand for rows of a table: same tables, same two times, and no message behind them.
create table tabel_bericht (
  gemeente_code text not null,
  bericht_id bigint not null,
  bron text not null,
  soort text not null
);

-- What was paid outside the Berichten, per month: pgb, invoices for tasks, subsidies, the wijkteam, Participatiewet.
create table overige_kosten (
  gemeente_code text not null,
  soort text not null,           -- pgb, taakgericht, subsidie, wijkteam, participatiewet
  jaar integer not null,
  maand integer not null,        -- 1 to 12
  wet text,                      -- null: neither of the two
  taakveld text not null,
  wijk_code text,                -- null: not known, or of the whole gemeente
  cents bigint not null,
  omschrijving text not null,
  bron text not null
);

-- A line of a table that a newer table no longer has: it counts up to, not including, this day. Null: still. What a
-- Bericht claimed is taken back by a credit, and has none.
alter table kostenregel add column bekend_tot date;
