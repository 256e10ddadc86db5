import {expect, test} from "vitest";
import {type Elements, type MessageChoice, messageXml} from "../../../../test/istandaarden/message-xml.ts";
import type {Soort} from "../../../standards/istandaarden/messages.ts";
import type {Release, Wet} from "../../../standards/istandaarden/release.ts";
import {rules} from "../../../standards/istandaarden/rules/rules.ts";
import {readBericht} from "../read-bericht.ts";
import type {ReadingContext} from "../reading.ts";

const context: ReadingContext = {pseudonym: (bsn) => bsn, huishouden: () => "h", buurtOf: () => null};

type Content = Record<string, unknown>;

/** Without what is undefined, so that a message can be one that lacks something. */
function clean(content: unknown): Elements[string] {
  if (Array.isArray(content)) return content.map(clean) as Elements[];
  if (typeof content !== "object" || content === null) return String(content);
  const filled = Object.entries(content).filter(([, value]) => value !== undefined);
  return Object.fromEntries(filled.map(([name, value]) => [name, clean(value)]));
}

function brokenBy(soort: Soort, body: Content, wet: Wet, choice: MessageChoice): string[] {
  const xml = messageXml(wet, soort, clean(body) as Elements, choice);
  return readBericht(xml, context).findings.map(({rule}) => rule);
}

const birth = {Datum: "2012-05-17"};
const person = {Bsn: "999900006", Geboortedatum: birth, Geslacht: "2"};
const korteNaam = {Geslachtsnaam: {Achternaam: "Wit"}};
const naam = {Geslachtsnaam: {Achternaam: "Wit"}, NaamGebruik: "1"};
const adres = {Huis: {Huisnummer: 3}, Postcode: "1011AB", LandCode: "NL"};
const specific = {Categorie: "45", Code: "45A04"};
const omvang = {Volume: 2, Eenheid: "04", Frequentie: "4"};

const toegewezen = {
  ToewijzingNummer: 101,
  Product: specific,
  Toewijzingsdatum: "2025-03-14",
  Toewijzingstijd: "10:30:00",
  Ingangsdatum: "2025-04-01",
  Omvang: omvang,
};
const aspecific = {Product: {Categorie: "45"}, Omvang: undefined};
const generic = {Product: undefined, Omvang: undefined, Budget: 5000, Einddatum: "2025-12-31"};

function m301(products: Content[], client: Content = {}): Content {
  return {
    Client: {
      ...person,
      Naam: naam,
      Contactgegevens: {Contact: {Soort: "01", Adres: adres}},
      ToegewezenProducten: {
        ToegewezenProduct: products.map((product, i) => ({...toegewezen, ToewijzingNummer: 101 + i, ...product})),
      },
      ...client,
    },
  };
}

const withContact = (contact: Content) =>
  m301([{}], {Contactgegevens: {Contact: {Soort: "01", Adres: adres, ...contact}}});
const withContacts = (...contacts: Content[]) => m301([{}], {Contactgegevens: {Contact: contacts}});
const withNaam = (change: Content) => m301([{}], {Naam: {...naam, ...change}});
const partner = {Partnernaam: {Achternaam: "Zwart"}};

function withRelaties(...changes: Content[]): Content {
  const relatie = {Nummer: "1", Soort: "10", Naam: naam, Contact: {Soort: "01", Adres: adres}};
  return m301([{}], {Relaties: {Relatie: changes.map((change) => ({...relatie, ...change}))}});
}

const start = {ToewijzingNummer: 101, Product: specific, Begindatum: "2025-03-10", StatusAanlevering: "1"};
const stop = {...start, RedenBeeindiging: "20", Einddatum: "2025-03-12"};

function m305(products: Content[], client: Content = {}): Content {
  const StartProduct = products.map((product) => ({...start, ...product}));
  return {Client: {...person, Naam: korteNaam, StartProducten: {StartProduct}, ...client}};
}

function m307(...products: Content[]): Content {
  const StopProduct = products.map((product) => ({...stop, ...product}));
  return {Client: {...person, Naam: korteNaam, StopProducten: {StopProduct}}};
}

const born = (geboortedatum: Content) => m305([{}], {Geboortedatum: geboortedatum});

function m315(...products: Content[]): Content {
  const AangevraagdProduct = products.map((product, i) => ({
    ReferentieAanbieder: `V-${i}`,
    Product: specific,
    ToewijzingIngangsdatum: "2025-04-01",
    Omvang: omvang,
    Verwijzer: {Type: "06"},
    ...product,
  }));
  return {Client: {...person, Naam: korteNaam, AangevraagdeProducten: {AangevraagdProduct}}};
}

const referred = (verwijzer: Content) => m315({Verwijzer: verwijzer});

function m317(wishes: {ongewijzigd?: Content[]; teWijzigen?: Content[]; nieuw?: Content[]}): Content {
  const {ongewijzigd, teWijzigen, nieuw} = wishes;
  const wanted = {ToewijzingNummer: 103, GewensteIngangsdatum: "2025-05-01", Omvang: omvang};
  const added = {Product: specific, GewensteIngangsdatum: "2025-05-01", Omvang: omvang};
  const all = (base: Content, list: Content[]) => list.map((one) => ({...base, ...one}));
  return {
    Client: {
      Bsn: "999900006",
      Verzoek: {
        ReferentieAanbieder: "W-1",
        RedenVerzoek: "1",
        OngewijzigdeProducten: ongewijzigd && {OngewijzigdProduct: all({ToewijzingNummer: 101}, ongewijzigd)},
        TeWijzigenProducten: teWijzigen && {TeWijzigenProduct: all(wanted, teWijzigen)},
        NieuweProducten: nieuw && {NieuwProduct: all(added, nieuw)},
      },
    },
  };
}

const changed = (...teWijzigen: Content[]) => m317({teWijzigen});
const added = (...nieuw: Content[]) => m317({ongewijzigd: [{}], nieuw});

function m319(reden: string | undefined, woonplaats?: string, antwoord = "1"): Content {
  return {
    Antwoord: {
      ReferentieAanbieder: "V-7",
      VerzoekAntwoord: antwoord,
      RedenAfwijzingVerzoek: reden,
      Woonplaatsbeginsel: woonplaats && {Gemeente: woonplaats},
    },
  };
}

const februari = {Begindatum: "2025-02-01", Einddatum: "2025-02-28"};
const januari = {Begindatum: "2025-01-01", Einddatum: "2025-01-31"};
const inEuros = {Eenheid: "83", GeleverdVolume: 5000, ProductTarief: undefined};

function line(change: Content, i: number): Content {
  return {
    ProductReferentie: {ReferentieNummer: `RN${i}`},
    ToewijzingNummer: 101 + i,
    ProductCategorie: "45",
    ProductCode: "45A04",
    ProductPeriode: februari,
    GeleverdVolume: 4,
    Eenheid: "04",
    ProductTarief: 1250,
    IngediendBedrag: {Bedrag: 5000, DebetCredit: "D"},
    ...change,
  };
}

const credit = (vorige: string, bedrag = 5000) => ({
  IngediendBedrag: {Bedrag: bedrag, DebetCredit: "C"},
  ProductReferentie: {ReferentieNummer: `C-${vorige}`, VorigReferentieNummer: vorige},
});

/** With the total that goes with its lines; those of the second list are of another Client. */
function m323(lines: Content[], declaratie: Content = {}, others: Content[] = []): Content {
  const own = lines.map(line);
  const ofOther = others.map((change, i) => line(change, 50 + i));
  const total = [...own, ...ofOther].reduce((sum, {IngediendBedrag}) => {
    const {Bedrag, DebetCredit} = IngediendBedrag as {Bedrag: number; DebetCredit: string};
    return sum + (DebetCredit === "C" ? -Bedrag : Bedrag);
  }, 0);
  const client = {Bsn: "999900006", Prestaties: {Prestatie: own}};
  const other = {Bsn: "999900018", Prestaties: {Prestatie: ofOther}};
  return {
    Declaratie: {
      DeclaratieNummer: "DN1",
      DeclaratiePeriode: februari,
      DeclaratieDagtekening: "2025-03-14",
      TotaalIngediendBedrag: {TotaalBedrag: Math.abs(total), DebetCredit: total < 0 ? "C" : "D"},
      Clienten: {Client: others.length === 0 ? client : [client, other]},
      ...declaratie,
    },
  };
}

const period = (Begindatum: string, Einddatum: string) => ({ProductPeriode: {Begindatum, Einddatum}});
const twoClients = (...bsns: string[]) => ({
  Clienten: {Client: bsns.map((Bsn, i) => ({Bsn, Prestaties: {Prestatie: line({}, i)}}))},
  TotaalIngediendBedrag: {TotaalBedrag: 5000 * bsns.length, DebetCredit: "D"},
});

const ok = {RetourCode: "0200"};
const header325 = {DeclaratieIdentificatie: {Identificatie: "D1", Dagtekening: "2025-03-10"}, RetourCodes: ok};

function m325(lines: Content[], toegekend: number, change: Content = {}): Content {
  const Prestatie = lines.map((one, i) => ({...line(one, i), RetourCodes: {RetourCode: "9321"}, ...codesOf(one)}));
  const Client = {Bsn: "999900006", Prestaties: {Prestatie}, RetourCodes: ok};
  return {
    DeclaratieAntwoord: {
      DeclaratieNummer: "DN1",
      TotaalIngediendBedrag: {TotaalBedrag: 12_000, DebetCredit: "D"},
      TotaalToegekendBedrag: {TotaalBedrag: toegekend, DebetCredit: "D"},
      Clienten: lines.length > 0 ? {Client} : undefined,
      RetourCodes: ok,
      ...change,
    },
  };
}

function codesOf({RetourCodes}: Content): Content {
  return RetourCodes === undefined ? {} : {RetourCodes};
}

interface Case {
  readonly rule: string;
  readonly soort: Soort;
  readonly broken: Content;
  readonly fine: Content;
  readonly wet?: Wet;
  readonly also?: readonly string[];
}

function rule(code: string, soort: Soort, broken: Content, fine: Content, more: Partial<Case> = {}): Case {
  return {rule: code, soort, broken, fine, ...more};
}

const both = {Naam: "dokter Bernard", ZorgverlenerCode: "01012345"};
const wijk = {Begindatum: "2025-01-01", Einddatum: "2025-02-01"};
const wrong = {Bsn: "999900007"};

const cases: readonly Case[] = [
  rule("CD005", "301", withContact({Adres: {...adres, LandCode: undefined}}), withContact({})),
  rule(
    "CD005",
    "301",
    withContact({Soort: "02", Telefoon: phone(), Adres: {Huis: {Huisnummer: 3}, LandCode: "BE"}}),
    withContact({Soort: "02", Telefoon: phone(), Adres: {Huis: {Huisnummer: 3}}}),
  ),
  rule(
    "CD005",
    "301",
    withRelaties({Contact: {Soort: "01", Adres: {...adres, LandCode: undefined}}}),
    withRelaties({}),
  ),
  rule(
    "CD007",
    "301",
    m301([{}], {Communicatie: {Vorm: "1"}}),
    m301([{}], {Communicatie: {Vorm: "1", Taal: "Arabisch"}}),
  ),
  rule(
    "CD007",
    "301",
    m301([{}], {Communicatie: {Vorm: "2", Taal: "Arabisch"}}),
    m301([{}], {Communicatie: {Vorm: "2"}}),
  ),
  rule(
    "CD009",
    "301",
    withContact({Periode: wijk}),
    withContacts({Soort: "01", Adres: adres}, {Soort: "04", Adres: adres, Periode: wijk}),
  ),
  rule(
    "CD025",
    "301",
    withContact({Telefoon: phone(), Adres: {...adres, Huis: undefined}}),
    withContact({Telefoon: phone(), Adres: {...adres, Huis: undefined, LandCode: "BE"}}),
  ),
  rule(
    "CD034",
    "301",
    withContact({Telefoon: phone(), Adres: {Huis: {Huisnummer: 3}}}),
    withContact({Telefoon: phone(), Soort: "02", Adres: {Huis: {Huisnummer: 3}}}),
  ),
  rule("CD041", "301", m301([{Omvang: undefined}]), m301([aspecific])),
  rule("CD041", "315", m315({Omvang: undefined}), m315(aspecific)),
  rule("CD041", "317", added({Omvang: undefined}), added(aspecific)),
  rule(
    "CD043",
    "315",
    m315({BeschikkingNummer: 5}),
    m315({BeschikkingNummer: 5, BeschikkingIngangsdatum: "2025-01-01"}),
  ),
  rule("CD043", "315", m315({BeschikkingIngangsdatum: "2025-01-01"}), m315({})),
  rule("CD060", "323", m323([{...credit("X"), ProductReferentie: {ReferentieNummer: "R"}}]), m323([credit("X")])),
  rule("CD060", "323", m323([{ProductReferentie: {ReferentieNummer: "R", VorigReferentieNummer: "X"}}]), m323([{}])),
  rule(
    "CD060",
    "325",
    m325([{ProductReferentie: {ReferentieNummer: "R", VorigReferentieNummer: "X"}}], 7000),
    m325([{}], 7000),
  ),
  rule("CD066", "315", referred({Type: "02", ...both}), referred({Type: "02", ZorgverlenerCode: "01012345"})),
  rule("CD067", "315", referred({Type: "05"}), referred({Type: "05", Naam: "dokter Bernard"})),
  rule("CD068", "315", referred({Type: "01", ...both}), referred({Type: "01", Naam: "wijkteam Noord"})),
  rule("CD075", "301", m301([{...generic, Einddatum: undefined}]), m301([generic])),
  rule(
    "CD075",
    "317",
    changed({Omvang: undefined, Budget: 5000}),
    changed({Omvang: undefined, Budget: 5000, Einddatum: "2025-12-31"}),
  ),
  rule(
    "CD076",
    "301",
    m301([{Omvang: {...omvang, Frequentie: "2"}}]),
    m301([{Omvang: {...omvang, Frequentie: "2"}, Einddatum: "2025-12-31"}]),
  ),
  rule(
    "CD076",
    "315",
    m315({Omvang: {...omvang, Frequentie: "2"}}),
    m315({Omvang: {...omvang, Frequentie: "2"}, ToewijzingEinddatum: "2025-12-31"}),
  ),
  rule("CD077", "301", m301([{Budget: 5000, Einddatum: "2025-12-31"}]), m301([{Einddatum: "2025-12-31"}]), {
    also: ["CD078"],
  }),
  rule("CD078", "317", changed({Budget: 5000, Einddatum: "2025-12-31"}), changed({Einddatum: "2025-12-31"}), {
    also: ["CD077"],
  }),
  rule("CD079", "301", m301([{Product: undefined, Omvang: undefined}]), m301([generic])),
  rule("CD079", "315", m315({Product: undefined, Omvang: undefined}), m315({...aspecific})),
  rule(
    "CD080",
    "301",
    m301([{Product: {Categorie: "45"}, Ingangsdatum: "2020-12-01", Einddatum: "2021-01-01"}]),
    m301([{Product: {Categorie: "45"}, Ingangsdatum: "2020-12-01", Einddatum: "2020-12-31"}]),
  ),
  rule("CD095", "315", m315({Product: {Categorie: "45"}}), m315(aspecific)),
  rule("CD096", "317", added({Product: {Categorie: "45"}}), added(aspecific)),
  rule("CD085", "319", m319(undefined), m319("3")),
  rule("CD086", "319", m319("3", undefined, "2"), m319(undefined, undefined, "2")),
  rule("CD087", "323", m323([{ProductTarief: undefined}]), m323([inEuros])),
  rule("CD087", "323", m323([{...inEuros, ProductTarief: 1}]), m323([inEuros])),
  ...(["301", "305", "315", "317", "323", "325"] as const).map((soort) => rule("CS002", soort, ...bsnPair(soort))),
  rule("CS003", "301", m301([{Einddatum: "2025-03-31"}]), m301([{Einddatum: "2025-04-01"}])),
  rule("CS003", "315", m315({ToewijzingEinddatum: "2025-03-31"}), m315({ToewijzingEinddatum: "2025-04-01"})),
  rule("CS003", "317", changed({Einddatum: "2025-04-30"}), changed({Einddatum: "2025-05-01"})),
  rule(
    "CS003",
    "301",
    withContacts({Soort: "01", Adres: adres}, {Soort: "04", Adres: adres, Periode: {...wijk, Einddatum: "2024-12-31"}}),
    withContacts({Soort: "01", Adres: adres}, {Soort: "04", Adres: adres, Periode: {Einddatum: "2024-12-31"}}),
  ),
  rule("CS050", "301", withNaam({NaamGebruik: "2"}), withNaam({NaamGebruik: "2", ...partner})),
  rule(
    "CS050",
    "301",
    withRelaties({Naam: {...naam, ...partner, NaamGebruik: "6"}}),
    withRelaties({Naam: {...naam, NaamGebruik: "6"}}),
  ),
  rule("CS058", "305", m305([{StatusAanlevering: "2"}]), m305([{StatusAanlevering: "3"}])),
  rule("CS058", "307", m307({StatusAanlevering: "9"}), m307({})),
  rule(
    "CS089",
    "301",
    withContact({Adres: {...adres, Postcode: "0111AB"}}),
    withContact({Adres: {...adres, Postcode: "B-1000", LandCode: "BE"}}),
  ),
  rule("CS100", "323", m323([period("2020-12-01", "2020-12-31")]), m323([period("2021-01-01", "2021-01-31")])),
  rule("CS139", "305", born({Datum: "2012-05-17", DatumGebruik: "1"}), born({Datum: "2012-05-01", DatumGebruik: "1"})),
  rule("CS139", "305", born({Datum: "2012-05-01", DatumGebruik: "2"}), born({Datum: "2012-01-01", DatumGebruik: "2"})),
  rule("CS139", "305", born({Datum: "2012-01-01", DatumGebruik: "3"}), born({Datum: "1900-01-01", DatumGebruik: "3"})),
  rule("CS318", "301", withNaam({NaamGebruik: "6"}), withNaam({})),
  rule(
    "CS325",
    "323",
    m323([credit("X", 0)].map((one) => ({...one, GeleverdVolume: 0}))),
    m323([{IngediendBedrag: {Bedrag: 0, DebetCredit: "D"}, GeleverdVolume: 0}]),
  ),
  rule(
    "CS325",
    "323",
    m323([{}, credit("X")], {TotaalIngediendBedrag: {TotaalBedrag: 0, DebetCredit: "C"}}),
    m323([{}, credit("X")]),
  ),
  rule("CS335", "301", m301([{RedenWijziging: "13"}]), m301([{RedenWijziging: "13", Einddatum: "2025-04-01"}])),
  rule("CS336", "301", m301([{RedenWijziging: "01"}]), m301([{RedenWijziging: "14"}])),
  rule("CS337", "323", m323([period("2025-01-31", "2025-02-01")]), m323([period("2025-01-30", "2025-01-31")])),
  ...["14", "16", "83", "84"].map((Eenheid) =>
    rule(
      "CS338",
      "301",
      m301([{Omvang: {Volume: 2, Eenheid, Frequentie: "1"}}]),
      m301([{Omvang: {Volume: 2, Eenheid, Frequentie: "6"}}]),
    ),
  ),
  rule(
    "CS338",
    "317",
    changed({Omvang: {...omvang, Eenheid: "84", Frequentie: "1"}}),
    changed({Omvang: {...omvang, Frequentie: "1"}}),
  ),
  rule(
    "CS338",
    "301",
    m301([{Omvang: {Volume: 2, Eenheid: "14", Frequentie: "1"}, Ingangsdatum: "2020-01-01", Einddatum: "2021-01-01"}]),
    m301([{Omvang: {Volume: 2, Eenheid: "14", Frequentie: "1"}, Ingangsdatum: "2020-01-01", Einddatum: "2020-12-31"}]),
  ),
  rule(
    "CS343",
    "315",
    m315({Omvang: {...omvang, Eenheid: "16", Frequentie: "1"}}),
    m315({Omvang: {...omvang, Eenheid: "82", Frequentie: "1"}}),
  ),
  rule("CS339", "323", m323([{...inEuros, GeleverdVolume: 4999}]), m323([inEuros])),
  rule(
    "CS340",
    "323",
    m323([period("2025-02-01", "2025-02-27")], {DeclaratiePeriode: {...februari, Einddatum: "2025-02-27"}}),
    m323([{}]),
  ),
  rule(
    "CS340",
    "323",
    m323([period("2025-01-01", "2025-01-31")], {DeclaratiePeriode: {...januari, Begindatum: "2024-12-01"}}),
    m323([{...period("2025-01-01", "2025-01-31")}], {DeclaratiePeriode: januari}),
  ),
  rule("TR002", "305", born({Datum: "1905-03-14"}), born({Datum: "1905-03-15"})),
  rule("TR002", "305", born({Datum: "1900-01-01", DatumGebruik: "2"}), born({Datum: "1900-01-01", DatumGebruik: "3"})),
  rule("TR006", "301", withContact({Adres: undefined}), withContact({Adres: undefined, Telefoon: phone()})),
  rule(
    "TR006",
    "301",
    withContact({Soort: "02", Adres: {...adres, Huis: undefined, LandCode: "BE"}}),
    withContact({Soort: "02", Adres: {...adres, LandCode: "BE"}}),
  ),
  rule("TR018", "307", m307({Einddatum: "2025-03-09"}), m307({Einddatum: "2025-03-10"})),
  rule(
    "TR061",
    "301",
    withContacts({Soort: "04", Adres: adres}),
    withContacts({Soort: "04", Adres: adres}, {Soort: "02", Adres: adres}),
  ),
  rule(
    "TR101",
    "301",
    m301([{}, {ToewijzingNummer: 101, Product: {Categorie: "46", Code: "46A01"}}]),
    m301([{}, {Product: {Categorie: "46", Code: "46A01"}}]),
  ),
  rule(
    "TR101",
    "301",
    withContacts({Soort: "01", Adres: adres}, {Soort: "01", Adres: adres}),
    withContacts({Soort: "01", Adres: adres}, {Soort: "03", Adres: adres}),
  ),
  rule("TR101", "301", withRelaties({}, {}), withRelaties({}, {Nummer: "2"})),
  rule("TR101", "305", m305([{}, {}]), m305([{}, {Begindatum: "2025-03-11"}])),
  rule("TR101", "307", m307({}, {}), m307({}, {RedenBeeindiging: "31"})),
  rule(
    "TR101",
    "317",
    m317({ongewijzigd: [{}, {}], teWijzigen: [{}]}),
    m317({ongewijzigd: [{}, {ToewijzingNummer: 102}], teWijzigen: [{}]}),
  ),
  rule("TR101", "317", changed({}, {}), changed({}, {ToewijzingNummer: 104})),
  rule(
    "TR101",
    "317",
    added({...aspecific, Product: {Categorie: "11"}}, {...aspecific, Product: {Categorie: "11"}}),
    added({...aspecific, Product: {Categorie: "11"}}, {...aspecific, Product: {Categorie: "12"}}),
    {wet: "Wmo"},
  ),
  rule(
    "TR101",
    "323",
    m323([{}], twoClients("999900006", "999900006")),
    m323([{}], twoClients("999900006", "999900018")),
  ),
  rule("TR101", "323", m323([{}, {ProductReferentie: {ReferentieNummer: "RN0"}}]), m323([{}, {}])),
  rule("TR101", "325", m325([{}, {ProductReferentie: {ReferentieNummer: "RN0"}}], 2000), m325([{}, {}], 2000)),
  rule("TR134", "301", m301([{Toewijzingsdatum: "2025-03-16"}]), m301([{Toewijzingsdatum: "2025-03-15"}])),
  rule("TR134", "305", m305([{Begindatum: "2025-03-16"}]), m305([{Begindatum: "2025-03-15"}])),
  rule("TR134", "305", born({Datum: "2025-03-16"}), born({Datum: "2025-03-15"})),
  rule("TR134", "301", withRelaties({Geboortedatum: {Datum: "2025-03-16"}}), withRelaties({Geboortedatum: birth})),
  rule("TR134", "307", m307({Einddatum: "2025-03-16"}), m307({Einddatum: "2025-03-15"})),
  rule("TR137", "323", m323([period("2025-02-28", "2025-02-01")]), m323([period("2025-02-28", "2025-02-28")])),
  rule("TR137", "323", m323([period("2025-03-15", "2025-03-16")], {DeclaratiePeriode: maart()}), m323([{}])),
  rule("TR137", "325", m325([period("2025-02-28", "2025-02-01")], 7000), m325([{}], 7000)),
  rule(
    "TR302",
    "301",
    m301([{Einddatum: "2025-05-01"}, {Ingangsdatum: "2025-05-01"}]),
    m301([{Einddatum: "2025-05-01"}, {Ingangsdatum: "2025-05-02"}]),
  ),
  rule("TR302", "301", m301([{}, aspecific]), m301([{}, {...aspecific, Product: {Categorie: "46"}}])),
  rule(
    "TR302",
    "301",
    m301([{}, generic]),
    m301([{Einddatum: "2025-12-31"}, {...generic, Ingangsdatum: "2026-01-01", Einddatum: "2026-01-01"}]),
  ),
  rule(
    "TR302",
    "301",
    m301([{}, {Einddatum: "2025-04-01"}]),
    m301([{}, {Einddatum: "2025-04-01", RedenWijziging: "13"}]),
  ),
  rule(
    "TR302",
    "301",
    m301([{Product: {Categorie: "02", Code: "A"}}, {Product: {Categorie: "02", Code: "A"}}]),
    m301([{Product: {Categorie: "11", Code: "A"}}, {Product: {Categorie: "11", Code: "A"}}]),
    {wet: "Wmo"},
  ),
  rule(
    "TR302",
    "301",
    m301([{...generic}, {Product: {Categorie: "15", Code: "A"}}]),
    m301([{...generic}, {Product: {Categorie: "14", Code: "A"}}]),
    {wet: "Wmo"},
  ),
  rule("TR314", "323", m323([{}], {}, [{ProductReferentie: {ReferentieNummer: "RN0"}}]), m323([{}], {}, [{}])),
  rule(
    "TR315",
    "323",
    m323([credit("X"), {...credit("X"), ProductReferentie: {ReferentieNummer: "C2", VorigReferentieNummer: "X"}}]),
    m323([credit("X"), credit("Y")]),
  ),
  rule("TR316", "323", m323([{}, credit("RN0")]), m323([{}, credit("RN9")])),
  rule("TR316", "323", m323([credit("RN1"), {}]), m323([credit("RN0"), {}])),
  rule(
    "TR319",
    "323",
    m323([period("2025-03-01", "2025-03-10")]),
    m323([januari].map((ProductPeriode) => ({ProductPeriode}))),
  ),
  rule(
    "TR335",
    "323",
    m323([period("2021-01-01", "2021-01-31")], {DeclaratieDagtekening: "2026-02-01"}),
    m323([period("2021-01-01", "2021-01-31")], {DeclaratieDagtekening: "2026-01-31"}),
  ),
  rule("TR342", "325", m325([{}], 6999), m325([{}], 7000)),
  rule("TR342", "325", m325([], 0), m325([], 12_000)),
  rule(
    "TR342",
    "325",
    m325([], 1, {RetourCodes: {RetourCode: "9333"}}),
    m325([], 0, {RetourCodes: {RetourCode: "9333"}}),
  ),
  rule("TR342", "325", m325([{RetourCodes: ok}], 7000), m325([{RetourCodes: {RetourCode: "0233"}}], 7000)),
  rule("TR346", "323", m323([{GeleverdVolume: 5}]), m323([{}])),
  rule("TR346", "323", m323([minutes(7549)]), m323([minutes(7548)])),
  rule("TR352", "317", m317({nieuw: [{}]}), added({})),
  rule("TR353", "317", m317({ongewijzigd: [{}]}), added({})),
  rule("TR358", "323", m323([{}], {TotaalIngediendBedrag: {TotaalBedrag: 5000, DebetCredit: "C"}}), m323([{}])),
  rule(
    "TR358",
    "323",
    m323(
      [{}, credit("X", 2500)].map((one, i) => (i === 1 ? {...one, GeleverdVolume: 2} : one)),
      {TotaalIngediendBedrag: {TotaalBedrag: 7500, DebetCredit: "D"}},
    ),
    m323([{}, {...credit("X", 2500), GeleverdVolume: 2}]),
  ),
  rule("TR377", "319", m319("8"), m319("8", "1916")),
  rule("TR409", "319", m319("5", "1916"), m319("5")),
  rule("TR380", "317", added({GewensteIngangsdatum: "2025-03-15"}), added({GewensteIngangsdatum: "2025-03-16"})),
  rule(
    "TR383",
    "315",
    m315({}, {ReferentieAanbieder: "V-0", Product: {Categorie: "46", Code: "B"}}),
    m315({}, {Product: {Categorie: "46", Code: "B"}}),
  ),
  rule("TR386", "315", m315({}, {}), m315({ToewijzingEinddatum: "2025-04-30"}, {ToewijzingIngangsdatum: "2025-05-01"})),
  rule(
    "TR386",
    "315",
    m315({Product: {Categorie: "15", Code: "A"}}, {Product: {Categorie: "15", Code: "A"}}),
    m315({Product: {Categorie: "12", Code: "A"}}, {Product: {Categorie: "12", Code: "A"}}),
    {wet: "Wmo"},
  ),
  rule(
    "TR410",
    "317",
    added({}, {GewensteIngangsdatum: "2025-06-01"}),
    added({Einddatum: "2025-05-31"}, {GewensteIngangsdatum: "2025-06-01"}),
  ),
  rule("TR416", "323", m323([{}, {ToewijzingNummer: 101}]), m323([{}, {ToewijzingNummer: 101, ProductCode: "45A05"}])),
  rule(
    "TR416",
    "323",
    m323([{}, {ToewijzingNummer: 101, ProductCode: "B"}, {ToewijzingNummer: 101, ProductCode: "B"}]),
    m323([{}, {ToewijzingNummer: 101, ...credit("X")}]),
  ),
  rule(
    "CD034",
    "301",
    withContact({Telefoon: phone(), Soort: "03", Adres: {Huis: {Huisnummer: 3}}}),
    withContact({Soort: "03"}),
  ),
  ...[{Postcode: "1011AB"}, {LandCode: "BE"}].map((Adres) =>
    rule(
      "CD005",
      "301",
      withContact({Soort: "02", Telefoon: phone(), Adres}),
      withContact({Soort: "02", Telefoon: phone(), Adres: {Postcode: "B-1000", LandCode: "BE"}}),
    ),
  ),
  rule("TR006", "301", withContact({Soort: "02", Adres: {Huis: {Huisnummer: 3}}}), withContact({Soort: "02"})),
  rule("CD009", "301", withContact({Periode: {Begindatum: "2025-04-01"}}), stay({Begindatum: "2025-04-01"})),
  rule("CD009", "301", withContact({Periode: {Einddatum: "2025-04-01"}}), stay({Einddatum: "2025-04-01"})),
  rule(
    "CS003",
    "301",
    stay({Begindatum: "2025-04-02", Einddatum: "2025-04-01"}),
    stay({Begindatum: "2025-04-01", Einddatum: "2025-04-01"}),
  ),
  ...["1011ABC", "11011AB"].map((Postcode) =>
    rule(
      "CS089",
      "301",
      withContact({Adres: {...adres, Postcode}}),
      withContact({Adres: {...adres, Postcode: "1011ab"}}),
    ),
  ),
  // What the lines are about may be claimed; the period of the Declaratie itself may not.
  rule(
    "CS100",
    "323",
    m323([period("2021-01-01", "2021-01-31")], {
      DeclaratiePeriode: {Begindatum: "2020-12-01", Einddatum: "2020-12-31"},
    }),
    m323([period("2021-01-01", "2021-01-31")], {
      DeclaratiePeriode: {Begindatum: "2021-01-01", Einddatum: "2021-01-31"},
    }),
    {also: ["TR319"]},
  ),
  rule("TR137", "323", m323([{}], {DeclaratiePeriode: maart()}), m323([{}])),
  rule(
    "TR134",
    "323",
    m323([{}], {DeclaratiePeriode: {Begindatum: "2025-04-01", Einddatum: "2025-04-30"}}),
    m323([{}]),
    {
      also: ["TR137"],
    },
  ),
  rule("CS139", "305", born({Datum: "1901-01-01", DatumGebruik: "3"}), born({Datum: "1906-01-01", DatumGebruik: "2"}), {
    also: ["TR002"],
  }),
  rule(
    "TR342",
    "325",
    m325([{RetourCodes: {RetourCode: "8001"}}], 7000),
    m325([{RetourCodes: {RetourCode: ["0200", "9321"]}}], 7000),
  ),
  rule(
    "TR342",
    "325",
    m325([{}], 0, {RetourCodes: {RetourCode: "9333"}}),
    m325([], 0, {RetourCodes: {RetourCode: ["0200", "9333"]}}),
  ),
];

/** Beside where somebody lives. */
function stay(Periode: Content): Content {
  return withContacts({Soort: "01", Adres: adres}, {Soort: "04", Adres: adres, Periode});
}

function phone(): Content {
  return {Telefoon01: {Telefoonnummer: "0201234567", Landnummer: "31"}};
}

function maart(): Content {
  return {Begindatum: "2025-03-01", Einddatum: "2025-03-31"};
}

/** 100 minutes at 75 cents, as an hour of up to 45.29 euro shows. */
function minutes(bedrag: number): Content {
  return {
    Eenheid: "01",
    GeleverdVolume: 100,
    ProductTarief: 75,
    IngediendBedrag: {Bedrag: bedrag, DebetCredit: "D"},
  };
}

function bsnPair(soort: Soort): [Content, Content] {
  switch (soort) {
    case "301":
      return [m301([{}], wrong), m301([{}])];
    case "305":
      return [m305([{}], wrong), m305([{}])];
    case "315":
      return [{Client: {...(m315({}).Client as Content), ...wrong}}, m315({})];
    case "317":
      return [{Client: {...(changed({}).Client as Content), ...wrong}}, changed({})];
    case "323":
      return [m323([{}], twoClients("999900007")), m323([{}])];
    default:
      return [replaceBsn(m325([{}], 7000)), m325([{}], 7000)];
  }
}

function replaceBsn(body: Content): Content {
  return JSON.parse(JSON.stringify(body).replaceAll("999900006", "999900007")) as Content;
}

/** Categorieën of the other law, so that a message made for one is a message of both. */
function forLaw(body: Content, wet: Wet): Content {
  if (wet === "Jeugdwet") return body;
  const text = JSON.stringify(body, (_, value: unknown) => (value === undefined ? undefined : value));
  return JSON.parse(text.replaceAll('"45"', '"02"').replaceAll('"46"', '"03"').replaceAll('"31"', '"19"')) as Content;
}

const onlyJeugdwet = new Set(["TR377", "TR409"]);

function choiceOf(soort: Soort, release: Release): MessageChoice {
  return {release, ...(soort === "325" && {header: header325})};
}

const everyCase = cases.flatMap((one) => {
  const laws: Wet[] = one.wet ? [one.wet] : onlyJeugdwet.has(one.rule) ? ["Jeugdwet"] : ["Jeugdwet", "Wmo"];
  return laws.map((wet) => ({...one, wet, name: `${one.rule} in a ${one.soort} of the ${wet}`}));
});

test.each(everyCase)("$name: broken by one message, not by another that just obeys", (one) => {
  const {soort, wet, broken, fine, also = []} = one;
  const choice = choiceOf(soort, "3.2");
  expect([...new Set(brokenBy(soort, forLaw(broken, wet), wet, choice))].sort()).toEqual(
    [...new Set([one.rule, ...also])].sort(),
  );
  expect(brokenBy(soort, forLaw(fine, wet), wet, choice)).toEqual([]);
});

test("every rule that a Bericht shows by itself is broken above", () => {
  const shown = rules.filter(
    ({niveau, state}) => niveau !== 1 && state.kind === "gecontroleerd" && state.where === "bericht",
  );
  const broken = new Set(cases.map((one) => one.rule));
  expect(shown.flatMap(({code, niveau}) => (niveau !== null && !broken.has(code) ? [code] : []))).toEqual([]);
});

test("a finding carries the niveau and the retourcode of its rule", () => {
  const xml = messageXml(
    "Jeugdwet",
    "323",
    clean(
      m323([
        {GeleverdVolume: 5, ProductCode: "X"},
        {ToewijzingNummer: 101, ProductCode: "X"},
      ]),
    ) as Elements,
  );
  expect(readBericht(xml, context).findings).toMatchObject([
    {
      rule: "TR346",
      niveau: 4,
      retourcode: "9346",
      ernst: "fout",
      path: "Bericht/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]",
    },
    {
      rule: "TR416",
      niveau: 2,
      retourcode: "0001",
      path: "Bericht/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[2]",
    },
  ]);
});

test.each<[string, Soort, Content, Release, string[]]>([
  ["reden 01 is the way to remove until 3.1", "301", m301([{RedenWijziging: "01"}]), "3.0", []],
  ["and is not from then on", "301", m301([{RedenWijziging: "01"}]), "3.1", ["CS336"]],
  ["a month may be claimed twice until 3.1", "323", m323([{}, {ToewijzingNummer: 101}]), "3.0", []],
  ["and may not from then on", "323", m323([{}, {ToewijzingNummer: 101}]), "3.1", ["TR416"]],
  ["the reason of a stop is no part of its key until 3.2", "307", m307({}, {RedenBeeindiging: "31"}), "3.1", ["TR101"]],
])("releases differ: %s", (_, soort, body, release, expected) => {
  expect(brokenBy(soort, body, "Jeugdwet", {release})).toEqual(expected);
});

test("a retourbericht is not judged for what it repeats", () => {
  const codes = {RetourCodes: ok};
  const StartProduct = {...start, StatusAanlevering: "2", Begindatum: "2030-01-01", ...codes};
  const body = {Client: {...person, ...wrong, Naam: korteNaam, StartProducten: {StartProduct}, ...codes}};
  expect(brokenBy("306", body, "Jeugdwet", {})).toEqual([]);
});

test("in the Jeugdwet aids stack no more than other products", () => {
  const twice = m301([{Product: {Categorie: "45", Code: "11"}}, {Product: {Categorie: "45", Code: "11"}}]);
  expect(brokenBy("301", twice, "Jeugdwet", {})).toEqual(["TR302"]);
});

test("no finding holds a value of a person", () => {
  for (const {soort, broken, wet = "Jeugdwet"} of cases) {
    const xml = messageXml(wet, soort, clean(broken) as Elements, choiceOf(soort, "3.2"));
    const findings = JSON.stringify(readBericht(xml, context).findings);
    expect(findings).not.toMatch(/9999000|Wit|Zwart|1011|2012|Bernard|RN\d|Arabisch/);
  }
});
