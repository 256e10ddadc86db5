import type {Database, Row} from "../src/database/database.ts";
import {derive} from "../src/database/derive/derive.ts";
import {addDays, addMonths, firstDay, lastDay, type Month, monthOf, monthRange} from "../src/standards/calendar.ts";
import {type Random, randomStream} from "../src/statistics/random.ts";
import {appendRows} from "./table-columns.ts";

// A gemeente of four wijken and about 500 people with help, as delivered: enough for every page to have something to
// show and something to hide, small enough to be made in a second. The same on every machine, at every run.

const gemeente = "GM9999";
const firstMonth: Month = "2024-01";
const lastDagtekening = "2026-10-31";

const wijken = [
  {code: "WK999901", naam: "Rivierenbuurt", people: 170, growth: 1.25, early: 0.2},
  {code: "WK999902", naam: "Centrum", people: 150, growth: 1.1, early: 0.14},
  {code: "WK999903", naam: "Molenkwartier", people: 130, growth: 1.05, early: 0.12},
  {code: "WK999904", naam: "Bedrijvenpark Oost", people: 5, growth: 1, early: 0},
];

const products = [
  {
    wet: "Jeugdwet",
    categorie: "45",
    code: "45A04",
    zwaarte: "midden",
    naam: "Begeleiding jeugd",
    groep: "Ambulante jeugdhulp",
    cents: 42_000,
    weight: 6,
  },
  {
    wet: "Jeugdwet",
    categorie: "54",
    code: "54001",
    zwaarte: "zwaar",
    naam: "Behandeling jeugd-ggz",
    groep: "Jeugd-ggz",
    cents: 61_000,
    weight: 5,
  },
  {
    wet: "Jeugdwet",
    categorie: "44",
    code: "44A09",
    zwaarte: "zwaar",
    naam: "Pleegzorg",
    groep: "Verblijf",
    cents: 190_000,
    weight: 1,
  },
  {
    wet: "Wmo",
    categorie: "01",
    code: "01A01",
    zwaarte: "licht",
    naam: "Hulp bij het huishouden",
    groep: "Huishoudelijke hulp",
    cents: 31_000,
    weight: 9,
  },
  {
    wet: "Wmo",
    categorie: "02",
    code: "02A05",
    zwaarte: "midden",
    naam: "Begeleiding thuis",
    groep: "Begeleiding",
    cents: 52_000,
    weight: 5,
  },
];

const aanbieders = [
  {code: "75750001", naam: "De Waterlelie", wet: "Jeugdwet", late: 5},
  {code: "75750002", naam: "Kompas Jeugdhulp", wet: "Jeugdwet", late: 45},
  {code: "75750003", naam: "Zorggroep Zuid", wet: "Wmo", late: 10},
  {code: "75750004", naam: "Thuis & Co", wet: "Wmo", late: 10},
];

const referrers = [
  {type: "02", code: "01050001"},
  {type: "02", code: "01050002"},
  {type: "01", code: null},
  {type: "04", code: null},
];

/** Fills a database that has the schema and nothing else, and derives. */
export async function fillLittleWorld(database: Database): Promise<void> {
  const world = new Deliveries();
  const random = randomStream(7, "little world");
  for (const [index, wijk] of wijken.entries()) addPeople(world, random, wijk, index);
  for (const [table, rows] of Object.entries({...world.rows, ...referenceRows()}))
    await appendRows(database, table, rows);
  const [state] = await database.query("select data_versie from gegevens_stand");
  if (state === undefined) {
    await database.execute("insert into gegevens_stand (data_versie, afgeleid_van, data_datum) values (1, 0, null)");
  } else {
    await database.execute("update gegevens_stand set data_versie = 1");
  }
  await derive(database);
}

/** Rows of the delivered tables, a Bericht for each thing that is told. */
class Deliveries {
  readonly rows: Record<string, Row[]> = {
    bericht: [],
    toewijzing_versie: [],
    verzoek: [],
    start: [],
    stop: [],
    declaratie: [],
    prestatie: [],
    declaratie_antwoord: [],
    prestatie_antwoord: [],
  };
  #berichten = 0;

  /** Nothing is told after the world ends. */
  tell(soort: string, dagtekening: string, common: Row, parts: Readonly<Record<string, Row>>): number | null {
    if (dagtekening > lastDagtekening) return null;
    const bericht_id = ++this.#berichten;
    const identificatie = `${soort}-${bericht_id}`;
    const {wet, aanbieder} = common;
    this.rows.bericht!.push({bericht_id, soort, wet, aanbieder, identificatie, dagtekening, sha256: identificatie});
    for (const [table, row] of Object.entries(parts)) {
      this.rows[table]!.push({bericht_id, regel: 1, dagtekening, identificatie, ...common, ...row});
    }
    return bericht_id;
  }
}

function addPeople(world: Deliveries, random: Random, wijk: (typeof wijken)[number], wijkIndex: number): void {
  for (let person = 0; person < wijk.people * 2; person++) {
    const product = products[random.weighted(products.map(({weight}) => weight))]!;
    // More people begin as the years go by, by the growth of the wijk.
    const month = Math.floor(40 * random.uniform() ** (1 / wijk.growth)) - 6;
    const plan = {
      client: `client-${wijkIndex}-${person}`,
      nummer: wijkIndex * 10_000 + person * 2,
      begin: addDays(firstDay(addMonths(firstMonth, month)), random.integer(0, 27)),
      buurt: `BU${wijk.code.slice(2)}0${random.integer(1, wijk.people < 10 ? 1 : 2)}`,
      early: wijk.early,
      product,
    };
    const end = addTraject(world, random, plan);
    // One in five comes back, most of them within a year.
    if (!random.chance(0.2)) continue;
    const again = addDays(end, random.integer(40, 420));
    addTraject(world, random, {...plan, nummer: plan.nummer + 1, begin: again});
  }
}

interface Plan {
  readonly client: string;
  readonly nummer: number;
  readonly begin: string;
  readonly buurt: string;
  readonly early: number;
  readonly product: (typeof products)[number];
}

function addTraject(world: Deliveries, random: Random, {client, nummer, begin, buurt, early, product}: Plan): string {
  const aanbieder = random.pick(aanbieders.filter(({wet}) => wet === product.wet));
  const referrer = product.wet === "Wmo" ? referrers[2]! : random.pick(referrers);
  const age = product.wet === "Wmo" ? random.integer(40, 88) : random.integer(4, 17);
  const common: Row = {
    gemeente_code: gemeente,
    wet: product.wet,
    client,
    aanbieder: aanbieder.code,
    toewijzing_nummer: nummer,
    product_categorie: product.categorie,
    product_code: product.code,
  };
  const assigned = addDays(begin, -random.integer(5, product.groep === "Jeugd-ggz" ? 130 : 50));
  const referentie = `R${nummer}`;
  world.tell("315", addDays(assigned, -random.integer(10, 40)), common, {
    verzoek: {
      soort: "toewijzing",
      referentie_aanbieder: referentie,
      ingangsdatum: assigned,
      verwijzer_type: referrer.type,
      verwijzer_code: referrer.code,
    },
  });
  world.tell("301", assigned, common, {
    toewijzing_versie: {
      referentie_aanbieder: referentie,
      toegewezen_op: `${assigned} 10:00:00`,
      ingangsdatum: assigned,
      volume: product.cents,
      eenheid: "83",
      frequentie: "4",
      geboortemaand: `${2026 - age}-0${random.integer(1, 9)}-01`,
      geslacht: random.chance(0.5) ? "1" : "2",
      buurt_code: buurt,
      huishouden: `address-of-${client}`,
    },
  });
  world.tell("305", addDays(begin, random.integer(1, 6)), common, {start: {begindatum: begin}});
  const end = addDays(begin, random.integer(80, 500));
  const reason = endReason(product.wet, random.chance(early));
  world.tell("307", addDays(end, 3), common, {
    stop: {begindatum: begin, einddatum: end, reden_beeindiging: reason},
  });
  for (const month of monthRange(monthOf(begin), monthOf(end)))
    addClaim(world, random, common, month, product, aanbieder.late);
  return end;
}

function endReason(wet: string, isEarly: boolean): string {
  if (wet === "Jeugdwet") return isEarly ? "32" : "31";
  return isEarly ? "21" : "19";
}

function addClaim(
  world: Deliveries,
  random: Random,
  common: Row,
  month: Month,
  product: (typeof products)[number],
  late: number,
): void {
  if (month < firstMonth) return;
  const inflation = 1 + 0.05 * (Number(month.slice(0, 4)) - 2024);
  const cents = Math.round(product.cents * inflation * (0.7 + 0.6 * random.uniform()));
  const claimed = addDays(lastDay(month), 5 + random.integer(0, late) + (random.chance(0.1) ? 60 : 0));
  const isRefused = random.chance(0.03);
  const referentie = `${common.toewijzing_nummer}-${month}`;
  const bericht = world.tell("323", claimed, common, {
    declaratie: {
      declaratie_nummer: referentie,
      begindatum: firstDay(month),
      einddatum: lastDay(month),
      totaal_cents: cents,
    },
    prestatie: {
      referentie,
      begindatum: firstDay(month),
      einddatum: lastDay(month),
      volume: cents,
      eenheid: "83",
      cents,
    },
  });
  if (bericht === null) return;
  const answer = {
    declaratie_identificatie: `323-${bericht}`,
    declaratie_dagtekening: claimed,
    declaratie_nummer: referentie,
  };
  world.tell("325", addDays(claimed, 8), common, {
    declaratie_antwoord: {
      ...answer,
      retourcodes: isRefused ? "8001" : "0200",
      ingediend_cents: cents,
      toegekend_cents: isRefused ? 0 : cents,
    },
    ...(isRefused ? {prestatie_antwoord: {referentie, begindatum: firstDay(month), cents, retourcodes: "9073"}} : {}),
  });
}

/** Wijken are squares, two by two in the Markermeer, and their buurten the west and the east of them. */
function squareAt(wijk: number, half: number, halves: number): string {
  const west = 5.2 + (wijk % 2) * 0.03 + half * 0.015;
  const north = 52.57 - Math.floor(wijk / 2) * 0.02;
  const [east, south] = [west + 0.015 * halves, north - 0.02];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ].map((point) => point.map((degrees) => Number(degrees.toFixed(6))));
  return JSON.stringify({type: "Polygon", coordinates: [ring]});
}

function referenceRows(): Record<string, Row[]> {
  const buurten = wijken.flatMap(({code, naam}) =>
    ["01", "02"].map((number) => ({
      code: `BU${code.slice(2)}${number}`,
      naam: `${naam} ${number === "01" ? "West" : "Oost"}`,
    })),
  );
  const area = (gebied_code: string, soort: string, naam: string, grens: string | null = null) => ({
    gebied_code,
    soort,
    naam,
    jaar: 2026,
    grens,
  });
  const years = [2024, 2025, 2026];
  return {
    gebied: [
      area(gemeente, "gemeente", "Heuveldam"),
      ...wijken.map(({code, naam}, index) => area(code, "wijk", naam, squareAt(index, 0, 2))),
      ...buurten.map(({code, naam}, index) => area(code, "buurt", naam, squareAt(Math.floor(index / 2), index % 2, 1))),
    ],
    bevolking: years.flatMap((jaar) =>
      buurten.flatMap(({code}) =>
        ["1", "2"].flatMap((geslacht) =>
          [0, 18, 65].map((leeftijd_van, index) => ({
            buurt_code: code,
            jaar,
            geslacht,
            leeftijd_van,
            leeftijd_tot: [17, 64, 120][index]!,
            aantal: code.startsWith("BU999904") ? 10 : [130, 420, 150][index]!,
          })),
        ),
      ),
    ),
    aanbieder: aanbieders.map(({code, naam}) => ({aanbieder: code, naam})),
    product: products.map(({wet, categorie, code, naam, groep, zwaarte}) => ({
      wet,
      product_categorie: categorie,
      product_code: code,
      naam,
      productgroep: groep,
      taakveld: wet === "Wmo" ? "6.71" : "6.72",
      zwaarte,
      variant: "inspanning",
      eenheid: "83",
    })),
    team: [
      {team_code: "T1", naam: "Team Noord", werkgever: "gemeente"},
      {team_code: "T2", naam: "Team Zuid", werkgever: "gemeente"},
    ],
    team_wijk: wijken.map(({code}, index) => ({
      team_code: index < 2 ? "T1" : "T2",
      wijk_code: code,
      begindatum: "2020-01-01",
    })),
    verwijzer: [
      {verwijzer_code: "01050001", verwijzer_type: "02", naam: "Huisartsen De Brug"},
      {verwijzer_code: "01050002", verwijzer_type: "02", naam: "Praktijk Lindehof"},
    ],
    // A little beside what is granted each month, so that something stays unexplained.
    grootboek: monthRange(firstMonth, monthOf(lastDagtekening)).flatMap((month) =>
      ["Wmo", "Jeugdwet"].flatMap((wet) => {
        const row = {jaar: Number(month.slice(0, 4)), maand: Number(month.slice(5)), wet};
        const taakveld = wet === "Wmo" ? "6.71" : "6.72";
        return [
          {...row, taakveld, omschrijving: "Declaraties via berichten", cents: wet === "Wmo" ? 5_400_000 : 7_900_000},
          {...row, taakveld, omschrijving: "Pgb, betaald door de SVB", cents: 300_000},
        ];
      }),
    ),
    begroting: years.flatMap((jaar) =>
      products.flatMap(({wet, groep, weight, cents}) =>
        Array.from({length: 12}, (_, index) => ({
          jaar,
          maand: index + 1,
          wet,
          taakveld: wet === "Wmo" ? "6.71" : "6.72",
          productgroep: groep,
          cents: Math.round(weight * cents * 9 * (1 + 0.04 * (jaar - 2024))),
          vastgesteld_op: `${jaar - 1}-11-10`,
        })),
      ),
    ),
  };
}
