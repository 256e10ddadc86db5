import type {Hono} from "hono";
import {describe, expect, test} from "vitest";
import {localAdministrator} from "../src/access/reader.ts";
import {unitKinds} from "../src/analysis/peers/compare.ts";
import type {Output} from "../src/cli/command.ts";
import {runCommandLine} from "../src/cli/run-command-line.ts";
import type {Database} from "../src/database/database.ts";
import {catalogue} from "../src/indicators/catalogue.ts";
import {createApp} from "../src/web/app.tsx";
import {always} from "../src/web/reader-of.ts";
import {databaseWith} from "./engines.ts";
import {installationOf} from "./journeys/app.ts";

// A gemeente in which something is missing, or all is the same: each figure answers in words, and none with what a
// division by nothing gives.

const people = Array.from({length: 60}, (_, index) => index);

/** Sixty people who got the same help, from one aanbieder, in one wijk, for as long and as much. */
const allEqual: Readonly<Record<string, string>> = {
  gebied: `
    gebied_code | soort    | naam
    GM9999      | gemeente | Eenvoud
    WK999901    | wijk     | Enige wijk
    BU99990101  | buurt    | Enige buurt`,
  aanbieder: "aanbieder | naam\n 99990001 | De Enige",
  team: "team_code | naam | werkgever | fte\n T9 | Team zonder wijk | gemeente |",
  hulp: lines(
    "client | toewijzing_nummer | wet | aanbieder | product_categorie | product_code | buurt_code | eerst_toegewezen_op | ingangsdatum | begindatum | einddatum | eind_bron | reden_beeindiging",
    (index) =>
      `p${index} | ${index + 1} | Wmo | 99990001 | 01 | 01A04 | BU99990101 | 2025-02-01 | 2025-02-01 | 2025-02-11 | 2025-02-28 | stop | 19`,
  ),
  kostenregel: lines(
    "client | toewijzing_nummer | wet | aanbieder | product_categorie | product_code | buurt_code | zorgmaand | cents | bekend_van | beantwoord_op | is_toegekend",
    (index) =>
      `p${index} | ${index + 1} | Wmo | 99990001 | 01 | 01A04 | BU99990101 | 2025-02-01 | 10000 | 2025-03-05 | 2025-03-20 | true`,
  ),
  toewijzing: lines(
    "client | toewijzing_nummer | wet | aanbieder | product_categorie | product_code | buurt_code | eerst_toegewezen_op | ingangsdatum",
    (index) => `p${index} | ${index + 1} | Wmo | 99990001 | 01 | 01A04 | BU99990101 | 2025-02-01 | 2025-02-01`,
  ),
  bevolking: "buurt_code | geslacht | leeftijd_van | leeftijd_tot | aantal\n BU99990101 | 1 | 0 | 120 | 1000",
  gegevens_stand: "data_versie | afgeleid_van | data_datum\n 1 | 1 | 2025-06-30",
};

const worlds: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "one wijk, one aanbieder, all equal": allEqual,
  "a wijk without inhabitants": {
    ...allEqual,
    bevolking: "buurt_code | geslacht | leeftijd_van | leeftijd_tot | aantal\n BU99990101 | 1 | 0 | 120 | 0",
  },
  "no inhabitants, no names, no teams": Object.fromEntries(
    Object.entries(allEqual).filter(([table]) => !["bevolking", "gebied", "aanbieder", "team"].includes(table)),
  ),
  "nothing but one refused claim": {
    kostenregel:
      "client | zorgmaand | cents | bekend_van | beantwoord_op | is_toegekend\n p1 | 2025-02-01 | 0 | 2025-03-05 | 2025-03-20 | false",
    gegevens_stand: allEqual.gegevens_stand!,
  },
};

function lines(head: string, line: (index: number) => string): string {
  return [head, ...people.map(line)].join("\n");
}

function appOf(database: Database): Hono {
  const report = (error: unknown) => {
    throw error;
  };
  return createApp({database, readerOf: always(localAdministrator), report, installation: installationOf(database)});
}

async function words(app: Hono, path: string): Promise<string> {
  const answer = await app.request(path, {headers: {host: "localhost"}});
  const html = await answer.text();
  expect([path, answer.status]).toEqual([path, 200]);
  // The SQL may say null, and says so to who opens it.
  const text = html.replace(/<pre[\s\S]*?<\/pre>/g, "").replace(/<[^>]+>/g, " ");
  expect([path, /NaN|Infinity|undefined|\bnull\b/.exec(text)]).toEqual([path, null]);
  return text.replace(/\s+/g, " ");
}

async function command(database: Database, args: readonly string[]): Promise<string> {
  const parts: string[] = [];
  const output: Output = {
    isTerminal: false,
    write: (text) => void parts.push(text),
    say: (text) => void parts.push(text),
  };
  const held: Database = {
    engine: database.engine,
    query: (sql, parameters, limit) => database.query(sql, parameters, limit),
    execute: (sql, parameters) => database.execute(sql, parameters),
    transaction: (work) => database.transaction(work),
    append: (batch) => database.append(batch),
    close: async () => {},
  };
  await runCommandLine(args, {
    output,
    now: () => new Date(0),
    folder: ".",
    dataFolderOf: () => ".",
    openDatabase: async () => held,
    runElsewhere: async () => null,
  });
  return parts.join("").replaceAll("\u00a0", " ");
}

describe.each(Object.keys(worlds))("%s", (world) => {
  test("every figure has a value or a word, on its pages and in its command", async () => {
    const database = await databaseWith("duckdb", worlds[world]!);
    const app = appOf(database);
    await words(app, "/over-de-gegevens/catalogus");
    await words(app, "/cijfers/stand-van-zorg");
    await words(app, "/vandaag/waarschuwingen");
    for (const kind of unitKinds) {
      await words(app, `/vandaag/waarschuwingen?per=${kind}`);
      await words(app, `/cijfers/spiegel?per=${kind}`);
      await words(app, `/cijfers/spiegel?per=${kind}&van=2025-02&tot=2025-02`);
    }
    await words(app, "/samen-leren/teamkaart");
    for (const query of ["", "?per=buurt", "?cijfer=kosten-per-inwoner", "?cijfer=uitval&per=buurt"]) {
      await words(app, `/cijfers/wijkprofiel${query}`);
    }
    for (const {id} of catalogue) {
      await words(app, `/cijfers/spiegel?cijfer=${id}&van=2025-02&tot=2025-02`);
      await words(app, `/over-de-gegevens/catalogus/${id}`);
      await words(app, `/geteld/${id}?van=2025-02&tot=2025-02`);
      const answer = await command(database, ["measure", id, "--per", "wijk,aanbieder,team,jaar"]);
      expect([id, /NaN|Infinity|undefined|\bnull\b/.exec(answer)]).toEqual([id, null]);
    }
  });
});

test("a wijk without inhabitants has no rate, and says so", async () => {
  const database = await databaseWith("duckdb", worlds["a wijk without inhabitants"]!);
  const rate = await command(database, ["measure", "clienten-per-1000", "--per", "wijk,jaar"]);
  expect(rate).toMatch(/WK999901 Enige wijk +2025 +geen +60/);
  expect(await words(appOf(database), "/geteld/kosten-per-inwoner")).toContain(
    "In deze periode is er niets om te tellen.",
  );
});

test("one wijk, one team and one aanbieder have no like, and the mirror says so", async () => {
  const app = appOf(await databaseWith("duckdb", allEqual));
  const months = "van=2025-02&tot=2025-02";
  const page = await words(app, `/cijfers/spiegel?wie=WK999901&wet=Wmo&${months}`);
  expect(page).toContain("Er is maar 1 wijk met een getal. Bij minder dan 4 valt er niets te vergelijken.");
  expect(page).toContain("Hier ligt het cijfer van Enige wijk naast dat van andere wijken.");
  expect(page).toContain("te weinig andere: minder dan 8");
  expect(await words(app, `/cijfers/spiegel?per=team&cijfer=clienten-per-1000&${months}`)).toContain(
    "Er zijn geen teams met een getal.",
  );
  expect(await words(app, `/cijfers/spiegel?per=aanbieder&cijfer=kosten-per-client&${months}`)).toContain(
    "Van dit cijfer is niet bekend hoe veel toeval eraan doet.",
  );
});

test("a team without wijken has no figures, and says so", async () => {
  const database = await databaseWith("duckdb", allEqual);
  const answer = await command(database, ["measure", "clienten", "--waar", "team=T9"]);
  expect(answer).toContain("Er is niets te tellen. Kies andere maanden of een andere keuze bij --waar.");
  expect(await words(appOf(database), "/geteld/clienten?team=T9")).toContain("De telling komt uit op 0 mensen.");
  expect(await words(appOf(database), "/geteld/doorlooptijd?team=T9")).toContain(
    "In deze periode is er niets om te tellen.",
  );
});

describe("the card of a team", () => {
  const teamOf = (wijkFrom: string): Readonly<Record<string, string>> => ({
    ...allEqual,
    team_wijk: `team_code | wijk_code | begindatum\n T9 | WK999901 | ${wijkFrom}`,
  });
  const pages = ["", "/T9", "/T9/caseload"].map((below) => `/samen-leren/teamkaart${below}`);

  test("without wijken has no figures, and says why; it can promise something all the same", async () => {
    const app = appOf(await databaseWith("duckdb", allEqual));
    for (const page of pages) await words(app, page);
    const card = await words(app, "/samen-leren/teamkaart");
    expect(card).toContain("Van dit team zijn er nog geen cijfers om vragen bij te stellen");
    expect(card).toContain("Van dit team is niet bekend welke wijken het helpt.");
    expect(card).toContain("Er is nog niets te vergelijken.");
    expect(card).toContain("Wat spreken we nu af?");
  });

  test("that has all people of the gemeente has nothing to differ from, and three questions", async () => {
    const app = appOf(await databaseWith("duckdb", teamOf("2020-01-01")));
    for (const page of pages) await words(app, page);
    const card = await words(app, "/samen-leren/teamkaart");
    expect(card).toContain("Niets springt eruit");
    expect(card.match(/Schrijf ons antwoord/g)).toHaveLength(3);
    expect(card).toContain("60 mensen hadden hulp");
  });

  test("that began after its data end has no figures yet", async () => {
    const app = appOf(await databaseWith("duckdb", teamOf("2025-06-01")));
    for (const page of pages) await words(app, page);
    expect(await words(app, "/samen-leren/teamkaart")).toContain("of de gegevens zijn er nog niet");
  });

  test("of one client hides its figures, and tells of none", async () => {
    const {hulp, kostenregel, toewijzing, ...others} = teamOf("2020-01-01");
    const one = Object.fromEntries(
      Object.entries({hulp, kostenregel, toewijzing}).map(([table, text]) => [
        table,
        text!.split("\n").slice(0, 2).join("\n"),
      ]),
    );
    const app = appOf(await databaseWith("duckdb", {...others, ...one}));
    for (const page of pages) await words(app, page);
    const card = await words(app, "/samen-leren/teamkaart");
    expect(card).toContain("Van dit team zijn er nog geen cijfers");
    expect(card).not.toMatch(/\b1 mensen|\b1 toewijzing/);
    expect(await words(app, "/samen-leren/teamkaart/T9/caseload")).toContain("verborgen");
  });

  test("of a team that no file names is for who leads it, under its code", async () => {
    const database = await databaseWith("duckdb", allEqual);
    const within = [{dimension: "team", values: ["T/7 é"]}] as const;
    const leader = {...localAdministrator, id: "l", name: "Leider", role: "teamleider" as const, within};
    const app = createApp({
      database,
      readerOf: always(leader),
      report: (error) => {
        throw error;
      },
      installation: installationOf(database),
    });
    expect(await words(app, "/samen-leren/teamkaart")).toContain("Teamkaart T/7 é");
    expect(await words(app, "/samen-leren/teamkaart/T%2F7%20%C3%A9")).toContain("Teamkaart T/7 é");
  });
});

test("a period without data says that there is nothing, or from when there is", async () => {
  const database = await databaseWith("duckdb", allEqual);
  const later = ["--van", "2031-01", "--tot", "2031-12"];
  expect(await command(database, ["measure", "uitval", ...later])).toContain("Er is niets te tellen.");
  expect(await command(database, ["measure", "uitval", "--van", "2031-01"])).toBe(
    "Na 2025-02 zijn er geen gegevens. Kies bij --van een eerdere maand.\n",
  );
  const answer = await appOf(database).request("/geteld/uitval?van=2031-01", {headers: {host: "localhost"}});
  expect(answer.status).toBe(400);
  expect((await answer.text()).replaceAll("\u00a0", " ")).toContain("Over jan 2031 zijn er geen gegevens.");
});

test("where all wait as long, the middle is that, and nobody is said to wait longer", async () => {
  const database = await databaseWith("duckdb", allEqual);
  const answer = await command(database, ["measure", "wachttijd", "--per", "jaar", "--json"]);
  expect(JSON.parse(answer).rijen).toMatchObject([{deel: "tot-start", waarde: 10, noemer: 60}]);
  expect((await words(appOf(database), "/geteld/wachttijd")).replaceAll("\u00a0", " ")).toContain(
    "Van 60 wachttijden ligt de helft op hoogstens 10 dagen.",
  );
});
