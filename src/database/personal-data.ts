// What the database holds of people, in words: the register of processing, the DPIA and the dossier of a resident
// follow from it. A test holds it to the schema: a table or column that is not described fails.

/** Whom the rows of a table are about. */
export type About = "client" | "gebruiker" | "geen";

/** When the rows of a table are taken out. */
export type Retention = "wet" | "afgeleid" | "logboek" | "geweigerd" | "blijft";

/** From whom it comes. */
export type SourceName = "berichten" | "afgeleid" | "systeem" | "bestanden";

export interface TableDescription {
  readonly about: About;
  /** What a row is. Of a table about nobody: why. */
  readonly what: string;
  readonly purpose: "beleid" | "controle" | "aanlevering" | "beheer" | "toezicht" | "rechten";
  readonly source: SourceName;
  readonly retention: Retention;
}

export type ColumnSort = "pseudoniem" | "persoonskenmerk" | "zorg" | "geld" | "organisatie" | "techniek" | "inlog";

export interface ColumnDescription {
  readonly sort: ColumnSort;
  readonly what: string;
}

const client = (what: string, rest: Partial<TableDescription> = {}): TableDescription => ({
  about: "client",
  what,
  purpose: "beleid",
  source: "berichten",
  retention: "wet",
  ...rest,
});
const derived = (what: string, rest: Partial<TableDescription> = {}): TableDescription =>
  client(what, {source: "afgeleid", retention: "afgeleid", ...rest});
const nobody = (what: string, rest: Partial<TableDescription> = {}): TableDescription => ({
  about: "geen",
  what,
  purpose: "beleid",
  source: "bestanden",
  retention: "blijft",
  ...rest,
});
const system = (what: string): TableDescription => nobody(what, {source: "systeem", purpose: "beheer"});
const staff = (what: string, rest: Partial<TableDescription> = {}): TableDescription => ({
  about: "gebruiker",
  what,
  purpose: "beheer",
  source: "systeem",
  retention: "blijft",
  ...rest,
});

export const tableDescriptions: Readonly<Record<string, TableDescription>> = {
  toewijzing_versie: client("Elke toewijzing van hulp, zoals die in een bericht stond."),
  start: client("Een melding dat hulp begon."),
  stop: client("Een melding dat hulp stopte, met de reden."),
  verzoek: client("Een verzoek van een aanbieder om hulp toe te wijzen of te wijzigen."),
  prestatie: client("Een regel van een declaratie: welke hulp, hoeveel en voor welk bedrag.", {purpose: "controle"}),
  prestatie_antwoord: client("Een afgekeurde regel van een declaratie, met de code.", {purpose: "controle"}),
  persoon: derived("Welk nummer een pseudoniem bij het tellen heeft."),
  toewijzing: derived("Een toewijzing zoals die op een dag gold."),
  melding: derived("Een start of stop zoals die op een dag bekend was."),
  hulp: derived("Hulp die begon, met het einde ervan."),
  kostenregel: derived("Een regel zorg met wat die kostte.", {purpose: "controle"}),
  traject: derived("Een aaneengesloten tijd van hulp."),
  eerste_start: derived("De eerste start van een toewijzing."),
  zorg_zonder_hulp: derived("Zorg die betaald is terwijl er geen start van bekend was.", {purpose: "controle"}),
  declaratiestand: derived("Tot welke maand een toewijzing gedeclareerd is.", {purpose: "controle"}),
  gebrek: derived("Een gegeven dat niet klopt of ontbreekt.", {purpose: "controle"}),
  geraakt_client: derived("Van wie de cijfers opnieuw geteld worden; leeg als dat klaar is.", {purpose: "aanlevering"}),
  geraakt_deel: derived("Hetzelfde, in delen; leeg als dat klaar is.", {purpose: "aanlevering"}),
  inzage: staff("Wie wat bekeek, wanneer en waarvoor.", {purpose: "toezicht", retention: "logboek"}),
  inzage_eerder: staff("Inzage van voor het logboek een keten was; leeg na de eerste start.", {
    purpose: "toezicht",
    retention: "logboek",
  }),
  betrokkene_eerder: client("Welk pseudoniem in het logboek bij welk nieuw pseudoniem hoort.", {
    purpose: "toezicht",
    source: "systeem",
    retention: "logboek",
  }),
  verzoek_inwoner: client("Een verzoek van een inwoner, zonder naam of burgerservicenummer.", {
    purpose: "rechten",
    source: "systeem",
    retention: "logboek",
  }),
  bestand: client("Een aangeleverd bestand en waar het in het versleutelde archief staat. De naam kan iets zeggen.", {
    purpose: "aanlevering",
  }),
  ontvangst: staff("Hoe een levering ging, en wie leverde.", {purpose: "aanlevering"}),
  toegangstoken: staff("Toegang van een programma; alleen een hash van het token.", {purpose: "aanlevering"}),

  gebruiker: staff("Wie zich heeft aangemeld, zoals de aanmelddienst hem noemt."),
  sessie: staff(
    "In welke browser iemand is aangemeld; alleen een hash van het cookie. Komt niet in een herbouwde database.",
  ),
  aanmelding: staff("Wanneer iemand zich aanmeldde, afmeldde of werd geweigerd.", {retention: "logboek"}),
  rolrecht: staff("Wie welke rol heeft, voor welk deel van de gemeente, en wie dat gaf."),
  schermrecht: staff("Welke rol welk scherm mag zien, en wie dat veranderde."),
  signaalregel: staff("Waarvoor iemand gewaarschuwd wil worden.", {purpose: "beleid"}),
  abonnement: staff("Wie mail met signalen wil."),
  mail_verstuurd: staff("Welk signaal al aan wie gemaild is."),
  teamkaart_tekst: staff("Wat een team op zijn Teamkaart schreef.", {purpose: "beleid"}),

  levering: nobody("Een keer innemen; niets over personen.", {source: "systeem", purpose: "aanlevering"}),
  archief_blok: nobody("Waar een blok van het archief staat; de inhoud is versleuteld.", {
    source: "systeem",
    purpose: "aanlevering",
  }),
  bericht: nobody("De kop van een bericht: afzender, soort en datum; de inhoud staat in andere tabellen.", {
    source: "berichten",
  }),
  bevinding: nobody("Wat er aan een bericht niet klopt: de plek en de regel, nooit de waarde.", {source: "afgeleid"}),
  antwoord: nobody("Een antwoord op een verzoek; zonder persoon.", {source: "berichten"}),
  retour: nobody("Een retourbericht; zonder persoon.", {source: "berichten"}),
  declaratie: nobody("De kop van een declaratie: een totaal per aanbieder.", {source: "berichten"}),
  declaratie_antwoord: nobody("Het antwoord op een declaratie: een totaal per aanbieder.", {source: "berichten"}),
  geldig_bericht: nobody("Welke berichten meetellen.", {source: "afgeleid"}),
  gebied: nobody("Namen en grenzen van wijken en buurten."),
  bevolking: nobody("Aantallen inwoners per buurt, van het CBS."),
  gebied_kenmerk: nobody("Kenmerken van buurten, van het CBS."),
  postcode: nobody("In welke buurt een postcode ligt."),
  aanbieder: nobody("Namen van organisaties."),
  product: nobody("De producten van de gemeente."),
  contract: nobody("Contracten met organisaties."),
  contract_tarief: nobody("Prijzen in contracten."),
  team: nobody("Namen van teams, zonder medewerkers."),
  team_wijk: nobody("Welk team in welke wijk werkt."),
  begroting: nobody("De begroting."),
  grootboek: nobody("Wat geboekt is, per maand."),
  verwijzer: nobody("Praktijken die verwijzen; geen personen."),
  uitkomst: nobody("Uitkomsten per aanbieder, geteld."),
  wachtlijst: nobody("Aantallen wachtenden per aanbieder."),
  voorliggend: nobody("Vrij toegankelijk aanbod."),
  gegevens_stand: system("De versie van de gegevens."),
  gegevens_kenmerk: system("Aan welke gegevens een cijfer te herkennen is."),
  schema_migratie: system("De versie van de tabellen."),
  werkdag: system("De kalender."),
  terugblik_bevinding: nobody("Wat er aan berichten niet klopt naast eerdere.", {source: "afgeleid"}),
  te_beoordelen: system("Wat nog nagekeken wordt; leeg als dat klaar is."),
  proces_telling: nobody("Aantallen per aanbieder en maand.", {source: "afgeleid"}),
  landelijk_bestand: nobody("Uit welk bestand cijfers van alle gemeenten kwamen.", {source: "bestanden"}),
  landelijk_gemeente: nobody("Welke gemeenten er in een jaar waren."),
  landelijk_kenmerk: nobody("Kerncijfers van gemeenten, van het CBS."),
  landelijk_iv3: nobody("Lasten en baten van gemeenten naar taakveld, uit Iv3."),
  landelijk_fonds: nobody("Wat gemeenten van het Rijk krijgen, uit het gemeentefonds."),
  referentie_stand: system("Uit welk bestand een tabel kwam."),
  controle: system("Wanneer archief en database vergeleken zijn."),
  tabel_export: nobody("Welke tabel van een ander systeem is ingelezen.", {source: "systeem"}),
  tabel_bericht: nobody("Welke berichten uit zo'n tabel komen.", {source: "systeem"}),
  overige_kosten: nobody("Totalen van wat buiten de berichten betaald is."),
  tarief: nobody("Prijzen, uitgerekend.", {source: "afgeleid"}),
  toewijzing_waarde: derived("Hoeveel een toewijzing waard is.", {purpose: "controle"}),
  afgeleid_bericht: system("Van welke berichten de cijfers gemaakt zijn."),
  geraakt_bericht: system("Van welke berichten de telling opnieuw moet; leeg als dat klaar is."),
  inzage_zegel: system("Tot waar het logboek van inzage is opgeruimd."),
  signaal: nobody("Er staat alleen in welk cijfer opvalt en sinds wanneer, geen getal.", {source: "afgeleid"}),
  reservekopie: system("Welke kopieën gemaakt zijn en waar ze toen stonden."),
  gewist_bestand: system("Van welke bestanden gegevens gewist zijn: alleen een hash."),
};

const sort =
  (name: ColumnSort) =>
  (what: string): ColumnDescription => ({sort: name, what});
const pseudonym = sort("pseudoniem");
const trait = sort("persoonskenmerk");
const care = sort("zorg");
const money = sort("geld");
const organisation = sort("organisatie");
const technical = sort("techniek");
const login = sort("inlog");

/** By name, as a column means the same in every table; "table.column" where it does not. */
export const columnDescriptions: Readonly<Record<string, ColumnDescription>> = {
  client: pseudonym("Sleutel van de persoon: een versleutelde hash van het burgerservicenummer"),
  persoon: pseudonym("Nummer van de persoon, bij elke telling opnieuw"),
  hersteld_persoon: pseudonym("Nummer van de persoon na herstel"),
  huishouden: pseudonym("Sleutel van het adres: een versleutelde hash"),
  betrokkene: pseudonym("Sleutel van de persoon over wie het ging"),
  eerder: pseudonym("Sleutel van voor de wissel"),
  nu: pseudonym("Sleutel van na de wissel"),
  geboortemaand: trait("Maand van geboorte"),
  geslacht: trait("Geslacht"),
  buurt_code: trait("Buurt"),
  laatste_buurt_code: trait("Buurt aan het einde"),
  wet: care("Wmo of Jeugdwet"),
  toewijzing_nummer: care("Nummer van de toewijzing"),
  product_categorie: care("Soort hulp"),
  product_code: care("Hulp"),
  laatste_product_code: care("Hulp aan het einde"),
  toegewezen_op: care("Dag van toewijzing"),
  eerst_toegewezen_op: care("Dag van de eerste toewijzing"),
  verzocht_op: care("Dag van het verzoek"),
  ingangsdatum: care("Vanaf wanneer hulp is toegewezen"),
  toewijzing_ingangsdatum: care("Vanaf wanneer hulp is toegewezen"),
  begindatum: care("Begin van de hulp"),
  einddatum: care("Einde van de hulp"),
  hersteld_einddatum: care("Einde na herstel"),
  begin_bron: care("Waaruit het begin blijkt"),
  eind_bron: care("Waaruit het einde blijkt"),
  zorgmaand: care("Maand van de zorg"),
  laatste_zorgmaand: care("Laatste maand die gedeclareerd is"),
  maand: care("Maand waar het over gaat"),
  sinds: care("Sinds wanneer het te zien was"),
  reden_wijziging: care("Reden van wijziging"),
  reden_beeindiging: care("Reden van het einde"),
  reden_verzoek: care("Reden van het verzoek"),
  status_aanlevering: care("Of de melding nieuw is of ingetrokken"),
  volume: care("Hoeveel"),
  eenheid: care("Eenheid"),
  frequentie: care("Hoe vaak"),
  verwijzer_type: care("Wat voor verwijzer"),
  verwijzer_code: care("Code van de praktijk die verwees"),
  raamcontract: care("Of er een raamcontract is"),
  retourcodes: care("Codes van het antwoord"),
  budget: money("Budget in centen"),
  tarief_cents: money("Prijs per eenheid"),
  cents: money("Bedrag in centen"),
  hersteld_cents: money("Bedrag na herstel"),
  is_credit: money("Of het een creditering is"),
  is_toegekend: money("Of het betaald is"),
  is_verworpen: money("Of het afgekeurd is"),
  beantwoord_op: money("Dag van het antwoord op de declaratie"),
  referentie: money("Kenmerk van de declaratieregel"),
  vorige_referentie: money("Kenmerk van de regel die vervangen wordt"),
  gemeente_code: organisation("Gemeente"),
  aanbieder: organisation("AGB-code van de aanbieder"),
  laatste_aanbieder: organisation("Aanbieder aan het einde"),
  hersteld_aanbieder: organisation("Aanbieder na herstel"),
  referentie_aanbieder: organisation("Kenmerk van de aanbieder"),
  bericht_id: technical("Nummer van het bericht"),
  regel: technical("Regel in het bericht"),
  soort: technical("Soort"),
  dagtekening: technical("Datum van het bericht"),
  bekend_van: technical("Vanaf wanneer het bekend was"),
  bekend_tot: technical("Tot wanneer het bekend was"),
  controle: technical("Welke controle het vond"),
  deel: technical("Deel van de telling"),
  levering_nummer: technical("Nummer van de levering"),
  ontvangst_nummer: technical("Nummer van de ontvangst"),
  naam: technical("Naam van het bestand of het token"),
  grootte: technical("Grootte"),
  toestand: technical("Ingenomen of geweigerd"),
  segment: technical("Plek in het archief"),
  blok_begin: technical("Plek in het archief"),
  begin_in_blok: technical("Plek in het archief"),
  sha256: technical("Vingerafdruk van het bestand of het token"),
  taak: technical("Nummer van de opdracht"),
  herkomst: technical("Hoe het binnenkwam"),
  bron: technical("Waar het vandaan kwam"),
  ontvangen_op: technical("Wanneer het binnenkwam"),
  begonnen_op: technical("Wanneer het begon"),
  klaar_op: technical("Wanneer het klaar was"),
  seconden: technical("Hoe lang het duurde"),
  bestanden: technical("Aantal bestanden"),
  berichten: technical("Aantal berichten"),
  ingenomen: technical("Aantal ingenomen"),
  met_bevindingen: technical("Aantal met bevindingen"),
  geweigerd: technical("Aantal geweigerd"),
  al_aanwezig: technical("Aantal dat er al was"),
  overgeslagen: technical("Aantal overgeslagen"),
  verslag: technical("Verslag van de levering, zonder waarden"),
  bereik: technical("Wat met het token mag"),
  gemaakt_op: technical("Wanneer gemaakt"),
  geldig_tot: technical("Tot wanneer geldig"),
  laatst_gebruikt_op: technical("Wanneer laatst gebruikt"),
  ingetrokken_op: technical("Wanneer ingetrokken"),
  nummer: technical("Volgnummer"),
  gegevens_versie: technical("Versie van de gegevens"),
  trace_id: technical("Nummer van de keten van verwerkingen"),
  span_id: technical("Nummer van deze verwerking"),
  vorige: technical("Hash van de regel ervoor"),
  hash: technical("Hash van deze regel"),
  uiterlijk_op: technical("Uiterste dag van antwoord"),
  grond: technical("Grond waarop het verzoek is ingewilligd of geweigerd"),
  reden: technical("Reden"),
  uitkomst: technical("Hoe het afliep"),
  "gebruiker.naam": login("Naam"),
  "rolrecht.naam": login("Naam"),
  "sessie.sha256": login("Hash van het cookie"),
  id: login("Nummer van de gebruiker"),
  gebruiker_id: login("Nummer van de gebruiker"),
  issuer: login("Adres van de aanmelddienst"),
  subject: login("Hoe de aanmelddienst de gebruiker noemt"),
  email: login("E-mailadres"),
  laatste_rol: login("Rol van de laatste keer"),
  laatst_gezien_op: login("Wanneer laatst gezien"),
  geblokkeerd_op: login("Wanneer geblokkeerd"),
  rechten: login("Rollen volgens de aanmelddienst"),
  gezien_op: login("Wanneer laatst gezien"),
  eindigt_op: login("Tot wanneer de sessie duurt"),
  acr: login("Hoe zeker de aanmelddienst was"),
  sid: login("Nummer van de sessie bij de aanmelddienst"),
  id_token: login("Bewijs om bij de aanmelddienst af te melden"),
  browser: login("Soort browser"),
  gebeurtenis: login("Wat er gebeurde"),
  scherm: login("Welk scherm"),
  mag: login("Of het mag"),
  dimensie: login("Waarvan het een deel is"),
  waarde: login("Welk deel"),
  "signaalregel.naam": login("Naam"),
  "teamkaart_tekst.naam": login("Naam"),
  "teamkaart_tekst.wie": login("Wie iets belooft"),
  "signaalregel.vraag": technical("Welk cijfer"),
  "signaalregel.uitleg": login("Waarom deze grens, in eigen woorden"),
  kant: technical("Boven of onder de grens"),
  grens: technical("De grens"),
  voor: technical("Voor wie de waarschuwing is"),
  geldt: technical("Of het nog geldt"),
  sleutel: technical("Hash van de sleutel in de link om af te melden"),
  aan: login("Of iemand mail wil"),
  signaal: technical("Naam van het signaal"),
  eerst_op: technical("Sinds wanneer het signaal er is"),
  team_code: organisation("Team"),
  over: technical("Bij welke vraag of belofte het hoort"),
  tekst: login("Wat het team schreef"),
  voor_dag: login("Voor wanneer iets beloofd is"),
  stand: login("Of het gelukt is"),
  wijziging: technical("Nummer van de wijziging"),
  op: login("Wanneer"),
  gebruiker: login("Wie keek"),
  wie: login("Wie keek"),
  door: login("Wie het deed"),
  rol: login("In welke rol"),
  doel: login("Waarvoor"),
  wat: login("Welk scherm of bestand"),
  vraag: login("Wat op het scherm gekozen was"),
  sessie: login("Hash van de sessie"),
};

/** What is said of a column; undefined: nobody described it. */
export function describeColumn(table: string, column: string): ColumnDescription | undefined {
  return columnDescriptions[`${table}.${column}`] ?? columnDescriptions[column];
}

/** What is kept of people outside the tables. */
export const otherStores: readonly (TableDescription & {readonly name: string; readonly holds: string})[] = [
  {
    ...client("Elk aangeleverd bestand, zoals het binnenkwam, versleuteld.", {purpose: "aanlevering"}),
    name: "archief",
    holds: "Naam, adres, geboortedatum, burgerservicenummer en alles wat er verder in een bericht staat",
  },
  {
    ...client("Wat aangeleverd is en nog ingenomen wordt; daarna weg.", {
      purpose: "aanlevering",
      retention: "geweigerd",
    }),
    name: "aanlevering en inbox",
    holds: "Hetzelfde als het archief, tot het is ingenomen",
  },
  {
    ...staff("De nieuwste regels van het logboek van inzage.", {purpose: "toezicht", retention: "logboek"}),
    name: "logboek",
    holds: "Hetzelfde als de tabel inzage",
  },
  {
    ...client("Een kopie van database en archief, waar de beheerder die neerzet.", {
      purpose: "beheer",
      retention: "blijft",
    }),
    name: "reservekopie",
    holds: "Alles hierboven, van de dag van de kopie; de sleutels alleen als daarom gevraagd is",
  },
];
