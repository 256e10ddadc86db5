-- What stands out, who asked to be told of it, and what teams answered and promised. Nothing is ever taken out of the last
-- four: each row is one change, and the newest of a key holds. None of it can be made again from the archive, so own-tables.ts
-- says that rebuild carries it over.

-- What stood out in the figures and since when we say so. No figure is kept: who reads it asks the question again.
create table signaal (
  gemeente_code text not null,
  signaal text not null,         -- its name, the same at each delivery: 'trendbreuk:uitval:team=T02:Jeugdwet:hoger'
  regel text not null,           -- trendbreuk, afwijking, plafond or norm
  vraag text not null,           -- the question that it is about, as asked when it was last seen
  kant text not null,            -- hoger or lager than it was, than expected or than the norm
  gewicht double precision not null,       -- by which it stands above others: how unlikely it is that chance did it
  eerst_op timestamp not null,   -- when it was first seen
  laatst_op timestamp not null,  -- when it was last seen
  voorbij_op timestamp           -- from when on it is no longer so; null: it still is
);

-- What a reader wants to be warned of: a figure that passes a norm.
create table signaalregel (
  gemeente_code text not null,
  nummer integer not null,
  vraag text not null,           -- the question; its period moves along with the data
  kant text not null,            -- hoger: warn above the norm; lager: below it
  grens double precision not null,        -- the norm, in the unit of the figure
  uitleg text not null,          -- why this norm, in the words of who made it; '' where nothing is said
  voor text not null,            -- mij, or allen who may see the figure
  gebruiker_id text not null,    -- who made or changed it
  naam text not null,
  geldt boolean not null,        -- false: taken back
  op timestamp not null
);

-- Who wants mail, and the key in the link that ends it.
create table abonnement (
  gemeente_code text not null,
  gebruiker_id text not null,
  sleutel text not null,         -- SHA-256 of what stands in the link
  aan boolean not null,
  herkomst text not null,        -- pagina, or afmeldlink
  op timestamp not null
);

-- What was mailed to whom, so that nobody is told twice.
create table mail_verstuurd (
  gemeente_code text not null,
  gebruiker_id text not null,
  signaal text not null,
  eerst_op timestamp not null,   -- of that signal: told again only when it came back
  op timestamp not null
);

-- What a team wrote on its card: an answer to a question of the card, a promise, or what came of one.
create table teamkaart_tekst (
  gemeente_code text not null,
  team_code text not null,
  nummer integer not null,       -- of the text; a later row with the same number is a change of it
  soort text not null,           -- antwoord, belofte or uitkomst
  over text not null,            -- of an antwoord: the name of the question; of an uitkomst: the number of the promise; else ''
  tekst text not null,           -- '' : taken back
  wie text not null,             -- of a promise: who does it, as the team calls them; else ''
  voor_dag date,                 -- of a promise: by when
  stand text not null,           -- of an uitkomst: gelukt, deels or niet; else ''
  gebruiker_id text not null,
  naam text not null,
  op timestamp not null
);
