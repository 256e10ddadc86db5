-- Whose rows are derived together, when those of all who are touched do not fit in memory at once.
create table geraakt_deel (
  gemeente_code text not null,
  client text not null,
  deel integer not null
);
