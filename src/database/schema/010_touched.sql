-- What a delivery touches, so that only that is derived again. Emptied and filled by derive/; no figure reads it.

-- The Berichten that the derived tables were made of.
create table afgeleid_bericht (
  gemeente_code text not null,
  bericht_id bigint not null
);

-- Berichten of which it may have changed whether they count, or what was answered.
create table geraakt_bericht (
  gemeente_code text not null,
  bericht_id bigint not null,
  om_sleutel boolean not null    -- whether it counts may have changed; false: only what was answered to it
);

-- Whose rows are derived again.
create table geraakt_client (
  gemeente_code text not null,
  client text not null
);
