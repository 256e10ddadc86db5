-- Who may see what. Nothing is ever taken out: each row is one change, the newest of a key holds, and undoing is a change.
-- Nothing of this can be made again from the archive, so own-tables.ts says that rebuild carries it over.

-- Which role may open a screen, where that differs from what the program says (src/access/screens.ts).
create table schermrecht (
  wijziging integer not null,    -- what was changed at once has one number
  scherm text not null,
  rol text not null,
  mag boolean not null,
  op timestamp not null,
  door text not null             -- name of the reader who did it
);

-- Who has which role, over which part of which gemeente. Of one gebruiker, rol and gemeente all parts hold together: of one
-- dimensie any of the waarden, of several dimensies each.
create table rolrecht (
  gemeente_code text not null,   -- alle: every gemeente in this installation
  wijziging integer not null,
  gebruiker_id text not null,
  naam text not null,            -- as who gave it knows him
  rol text not null,
  dimensie text,                 -- team, wijk or aanbieder; null: the whole gemeente
  waarde text,
  mag boolean not null,
  op timestamp not null,
  door text not null
);
