-- What the rules of iWmo and iJw say of the traffic; made again after each import (look-back/, process/).

-- The days that count for a term, numbered: between two days lie as many working days as their numbers differ.
-- The same for every gemeente.
create table werkdag (
  dag date not null,
  nummer integer not null        -- working days up to and including this day
);

-- What looking back found: a Bericht or a line of it that breaks a rule of niveau 3 or 4, by what was known before it.
-- Its words follow from the rule.
create table terugblik_bevinding (
  gemeente_code text not null,
  bericht_id bigint not null,
  regel_nummer integer not null, -- as the delivered tables number the lines of a Bericht; 0: the Bericht itself
  regel text not null,           -- TR338
  niveau integer not null,
  retourcode text,
  ernst text not null,           -- fout; waarschuwing: what it refers to may have come before our data begin
  wet text not null,
  soort text not null,
  aanbieder text,
  dagtekening date not null
);

-- The lines that are judged in this round; empty between rounds.
create table te_beoordelen (
  gemeente_code text not null,
  bericht_id bigint not null,
  regel integer not null         -- 0: the Bericht itself
);

-- Rules about how people work together: how often something had to be done, and how it went.
create table proces_telling (
  gemeente_code text not null,
  regel text not null,           -- OP090
  wet text not null,
  aanbieder text not null,
  maand date not null,           -- first day of the month in which it had to be done or was done
  uitkomst text not null,        -- goed, te laat, ontbreekt, anders; loopt: the term is not over yet
  dagen integer,                 -- that it took, working days or days as the rule has it; null: no term, or it did not come
  aantal bigint not null
);

-- What is there already was never judged: whoever opens the database derives again.
update gegevens_stand set afgeleid_van = 0;
