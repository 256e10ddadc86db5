-- By which data the figures of a gemeente were counted: the same when the same was taken in, in whatever order.
create table gegevens_kenmerk (
  gemeente_code text not null,
  kenmerk text not null          -- 12 hexadecimal digits
);
