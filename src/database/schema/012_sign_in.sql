-- Who signed in. Nothing of this can be made again from the archive; own-tables.ts says what rebuild carries over.

-- One person, known by what the provider calls him.
create table gebruiker (
  id text not null,              -- follows from issuer and subject, so nobody is in it twice
  issuer text not null,          -- the provider; demo: a role of the demonstration
  subject text not null,
  naam text not null,
  email text,
  laatste_rol text,              -- the role in which he looked last
  gemaakt_op timestamp not null,
  laatst_gezien_op timestamp not null,
  geblokkeerd_op timestamp       -- null: he may come in
);

-- One browser in which somebody is signed in. The cookie itself is kept nowhere: only its SHA-256.
-- rebuild and restore do not carry these over: who was signed out must not come back with an old copy.
create table sessie (
  sha256 text not null,
  gebruiker_id text not null,
  rol text not null,             -- the role in which he looks now
  rechten text,                  -- JSON: the roles that the provider gave; null: they stand in our own tables
  gemaakt_op timestamp not null, -- when he signed in
  gezien_op timestamp not null,
  eindigt_op timestamp not null, -- at the latest, however busy he is
  acr text,                      -- how sure the provider was of who it is
  sid text,                      -- what the provider calls its own session
  id_token text,                 -- to sign out at the provider
  browser text not null          -- "Firefox op Windows"
);

-- Each time that somebody came in, went out or was refused.
create table aanmelding (
  op timestamp not null,
  gebruiker_id text,             -- null: it is not known who it was
  gebeurtenis text not null,     -- aangemeld, afgemeld, geweigerd, ...
  reden text
);
