-- What a gemeente knows beside the messages. Each table is replaced as a whole when its file is delivered again.

create table gebied (
  gemeente_code text not null,
  gebied_code text not null,     -- GM9999, WK999901, BU99990101
  soort text not null,           -- gemeente, wijk, buurt
  naam text not null,
  jaar integer not null,
  grens text                     -- GeoJSON geometry, WGS84; null: unknown
);

create table bevolking (
  gemeente_code text not null,
  buurt_code text not null,
  jaar integer not null,         -- on 1 January
  geslacht text not null,        -- as COD046: '1', '2'
  leeftijd_van integer not null, -- first age of the class
  leeftijd_tot integer not null, -- last age of the class
  aantal integer not null
);

create table gebied_kenmerk (
  gemeente_code text not null,
  gebied_code text not null,
  jaar integer not null,
  kenmerk text not null,         -- huishoudens, pct_laag_inkomen, pct_65_plus, ... as Kerncijfers wijken en buurten
  waarde double precision
);

create table postcode (
  gemeente_code text not null,
  postcode text not null,        -- 9999AB
  buurt_code text not null
);

create table aanbieder (
  gemeente_code text not null,
  aanbieder text not null,       -- AGB-code
  naam text not null,
  opvolger text,                 -- AGB-code it merged into
  opvolger_vanaf date
);

create table product (
  gemeente_code text not null,
  wet text not null,
  product_categorie text not null,
  product_code text not null,
  naam text not null,
  productgroep text not null,
  taakveld text not null,
  zwaarte text not null,         -- licht, midden, zwaar
  variant text not null,         -- inspanning, output, taak
  eenheid text not null,
  vervangt text                  -- product_code it replaces
);

create table contract (
  gemeente_code text not null,
  contract_nummer text not null,
  aanbieder text not null,
  wet text not null,
  variant text not null,
  begindatum date not null,
  einddatum date,
  plafond_cents bigint           -- per year; null: none
);

create table contract_tarief (
  gemeente_code text not null,
  contract_nummer text not null,
  product_code text not null,
  eenheid text not null,
  tarief_cents integer not null,
  begindatum date not null,
  einddatum date,
  bekend_op date not null        -- the day the tarief was decided
);

create table team (
  gemeente_code text not null,
  team_code text not null,
  naam text not null,
  werkgever text not null,       -- gemeente, stichting, aanbieder
  fte double precision
);

create table team_wijk (
  gemeente_code text not null,
  team_code text not null,
  wijk_code text not null,
  begindatum date not null,
  einddatum date
);

create table begroting (
  gemeente_code text not null,
  jaar integer not null,
  maand integer not null,        -- 1 to 12
  wet text not null,
  taakveld text not null,
  productgroep text not null,
  cents bigint not null,
  vastgesteld_op date not null
);

create table grootboek (
  gemeente_code text not null,
  jaar integer not null,
  maand integer not null,
  wet text not null,
  taakveld text not null,
  omschrijving text not null,
  cents bigint not null
);

create table verwijzer (
  gemeente_code text not null,
  verwijzer_code text not null,  -- AGB-code of the practice
  verwijzer_type text not null,  -- COD327
  naam text not null,
  wijk_code text
);

create table uitkomst (
  gemeente_code text not null,
  wet text not null,
  aanbieder text not null,
  jaar integer not null,
  kwartaal integer not null,
  maat text not null,            -- nut, doelrealisatie, tevredenheid
  gevraagd integer not null,
  beantwoord integer not null,
  positief integer not null
);

create table wachtlijst (
  gemeente_code text not null,
  aanbieder text not null,
  product_code text not null,
  peildatum date not null,
  wachtenden integer not null,
  weken integer not null
);

create table voorliggend (
  gemeente_code text not null,
  wijk_code text not null,
  naam text not null,
  soort text not null,           -- informeel, vrij toegankelijk, algemene voorziening
  omschrijving text not null,
  plaatsen integer,
  cents_per_jaar bigint
);
