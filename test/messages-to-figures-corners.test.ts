import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import type {Database} from "../src/database/database.ts";
import {openDatabase} from "../src/database/open.ts";
import {folderWith, importInto} from "./berichten-on-disk.ts";
import {allFigures} from "./messages-to-figures/all-figures.ts";
import {answeredTogether} from "./messages-to-figures/answered-cells.ts";
import {type Counted, countCells, periodsOf, type Split} from "./messages-to-figures/cells.ts";
import {readWorld, type World} from "./messages-to-figures/world.ts";
import {
  antwoord,
  declaratie,
  refusalOfStart,
  start,
  stop,
  toewijzing,
} from "./messages-to-figures/written-berichten.ts";

// What a made-up gemeente seldom has, written out: each corner with what the plain loops count without it and with it, and
// every figure held against the product.

const [from, to, knownOn] = ["2025-01", "2025-12", "2025-12-31"] as const;
const months = periodsOf("maand", from, to);

type Berichten = Readonly<Record<string, Buffer>>;

// One Toewijzing with a start, and a month of care that was granted.
const assigned = {id: "T1", on: "2025-01-07", decided: "2025-01-06 10:00:00", ingangsdatum: "2025-01-06"} as const;
const began = {id: "S1", on: "2025-01-15", ingangsdatum: "2025-01-06", begindatum: "2025-01-13"} as const;
const january = {referentie: "P1", begindatum: "2025-01-06", einddatum: "2025-01-31", cents: 30_000};
const claim = {id: "C1", on: "2025-02-05", lines: [january]};
const ordinary = {
  toewijzing: toewijzing({...assigned, einddatum: "2025-12-31"}),
  start: start(began),
  claim: declaratie(claim),
  answer: antwoord({id: "A1", on: "2025-02-12"}, claim),
};

/** What one corner sends, and what the loops must count of it. */
interface Corner {
  readonly berichten: Berichten;
  /** Figures that by wijk are not held against the product. */
  readonly notByWijk?: readonly string[];
  check(): void;
}

const corners: {gemeente: string; berichten: Berichten}[] = [];
let database: Database;

/** Each in a gemeente of its own, so that one import takes them all in. */
function corner(name: string, write: () => Corner): void {
  const gemeente = String(9901 + corners.length);
  const {berichten, check, notByWijk} = write();
  corners.push({gemeente, berichten});
  test(name, async () => {
    check();
    await expectSame(gemeente, berichten, notByWijk);
  });
}

beforeAll(async () => {
  const all = corners.flatMap(({gemeente, berichten}) => Object.entries(filesOf(gemeente, berichten)));
  const folder = folderWith({...referenceOf(corners.map(({gemeente}) => gemeente)), ...Object.fromEntries(all)});
  const dataFolder = folderWith();
  const taken = await importInto(dataFolder, [join(folder, "referentie"), join(folder, "berichten")]);
  expect(taken).toMatchObject({geweigerd: 0, berichten: all.length});
  database = await openDatabase(dataFolder, {threads: 1});
});

afterAll(() => database.close());

/** Each with two wijken with a postcode each, 100 inwoners, and an aanbieder that went into another. */
function referenceOf(gemeenten: readonly string[]): Record<string, string> {
  const list = (head: string, linesOf: (code: string) => readonly string[]) => {
    const lines = gemeenten.flatMap((code) => linesOf(code).map((line) => `GM${code};${line}`));
    return [`gemeente_code;${head}`, ...lines].join("\n");
  };
  return {
    "referentie/gebied.csv": list("gebied_code;soort;naam;jaar", (code) => [
      `GM${code};gemeente;Heuveldam;2025`,
      `WK${code}01;wijk;Oude Haven;2025`,
      `WK${code}02;wijk;Molenveld;2025`,
      `BU${code}0101;buurt;Kade;2025`,
      `BU${code}0201;buurt;Wiek;2025`,
    ]),
    "referentie/postcode.csv": list("postcode;buurt_code", (code) => [
      `${code}AA;BU${code}0101`,
      `${code}BB;BU${code}0201`,
    ]),
    "referentie/bevolking.csv": list("buurt_code;jaar;geslacht;leeftijd_van;leeftijd_tot;aantal", (code) => [
      `BU${code}0101;2025;1;0;99;60`,
      `BU${code}0201;2025;2;0;99;40`,
    ]),
    "referentie/aanbieder.csv": list("aanbieder;naam;opvolger;opvolger_vanaf", () => [
      "42420001;Een;;",
      "42420003;Drie;42420004;2025-07-01",
      "42420004;Vier;;",
    ]),
  };
}

/** The Berichten as of another gemeente, with its postcodes. */
function filesOf(gemeente: string, berichten: Berichten): Record<string, string> {
  return Object.fromEntries(
    Object.entries(berichten).map(([name, xml]) => [
      `berichten/${gemeente}-${name}.xml`,
      xml.toString().replaceAll(/(?<=>)9999(?=<|[A-Z]{2}<)/g, gemeente),
    ]),
  );
}

function worldOf(gemeente: string, berichten: Berichten): World {
  return readWorld(folderWith({...referenceOf([gemeente]), ...filesOf(gemeente, berichten)}), knownOn);
}

/** Counts by the loops alone. */
function plain(berichten: Berichten, id: string, split: Split | null = null): Record<string, Counted> {
  const [figure] = allFigures.filter((one) => [one.id, one.deel].includes(id));
  return Object.fromEntries(countCells(figure!.count, worldOf("9999", berichten), months, split));
}

/** Holds every figure, split every way, against the loops. */
async function expectSame(gemeente: string, berichten: Berichten, notByWijk: readonly string[] = []): Promise<void> {
  const world = worldOf(gemeente, berichten);
  for (const split of [null, "wet", "aanbieder", "wijk"] as const) {
    const figures = allFigures.filter(
      ({id, splits}) => splits.includes(split) && !(split === "wijk" && notByWijk.includes(id)),
    );
    const asked = {gemeenteCode: `GM${gemeente}`, grain: "maand", from, to, knownOn} as const;
    const answered = await answeredTogether(database, figures, split, asked);
    for (const [place, {id, deel, count}] of figures.entries()) {
      const counted = countCells(count, world, months, split);
      expect(answered[place], `${id} ${deel ?? ""} ${split}`).toEqual(counted);
    }
  }
}

corner("nothing special: one Toewijzing, one start, one month of care", () => {
  const check = () => {
    expect(plain(ordinary, "kosten")).toEqual({"2025-01": {numerator: 30_000}});
    expect(plain(ordinary, "instroom")).toEqual({"2025-01": {numerator: 1}});
    expect(plain(ordinary, "tot-start")).toEqual({"2025-01": {median: 7}});
    expect(plain(ordinary, "uitstroom")).toEqual({"2025-12": {numerator: 1}});
    expect(plain(ordinary, "nog-wachtend")).toEqual({});
  };
  return {berichten: ordinary, check};
});

corner("a start that was removed and told anew counts on its new day", () => {
  const corner = {
    ...ordinary,
    removal: start({...began, id: "S2", on: "2025-02-20", status: "3"}),
    again: start({...began, id: "S3", on: "2025-02-20", begindatum: "2025-02-03"}),
  };
  const check = () => {
    expect(plain(corner, "instroom")).toEqual({"2025-02": {numerator: 1}});
    expect(plain(corner, "tot-start")).toEqual({"2025-02": {median: 28}});
    expect(plain(corner, "nog-wachtend")).toEqual({"2025-01": {numerator: 1}});
  };
  return {berichten: corner, check};
});

corner("a start that was only removed leaves what was claimed to tell of the begin", () => {
  const corner = {...ordinary, removal: start({...began, id: "S2", on: "2025-02-20", status: "3"})};
  const check = () => {
    expect(plain(corner, "instroom")).toEqual({"2025-01": {numerator: 1}});
    expect(plain(corner, "tot-start")).toEqual({});
  };
  return {berichten: corner, check};
});

corner("a Toewijzing that was removed was never sent", () => {
  const {toewijzing: sent} = ordinary;
  const removed = {...assigned, id: "T2", on: "2025-03-04", decided: "2025-03-03 09:00:00"};
  const corner = {sent, removal: toewijzing({...removed, einddatum: assigned.ingangsdatum, reden: "13"})};
  const check = () => {
    expect(plain({sent}, "nog-wachtend")["2025-02"]).toEqual({numerator: 1});
    expect(plain(corner, "nog-wachtend")).toEqual({});
  };
  return {berichten: corner, check};
});

corner("what began on a Toewijzing that was removed did not begin", () => {
  const {toewijzing: sent, start: begun} = ordinary;
  const removed = {...assigned, id: "T2", on: "2025-03-04", decided: "2025-03-03 09:00:00"};
  const corner = {sent, begun, removal: toewijzing({...removed, einddatum: assigned.ingangsdatum, reden: "13"})};
  const check = () => {
    expect(plain({sent, begun}, "instroom")).toEqual({"2025-01": {numerator: 1}});
    expect(plain(corner, "instroom")).toEqual({});
    expect(plain(corner, "clienten")).toEqual({});
  };
  return {berichten: corner, check};
});

corner("of two releases each removes with a code of its own", () => {
  const old = {...assigned, release: "3.0"} as const;
  const sent = toewijzing({...old, einddatum: "2025-12-31"});
  const removed = {...old, id: "T2", on: "2025-03-04", decided: "2025-03-03 09:00:00", reden: "01"};
  const corner = {sent, removal: toewijzing({...removed, einddatum: assigned.ingangsdatum})};
  const check = () => {
    expect(plain({sent}, "nog-wachtend")["2025-02"]).toEqual({numerator: 1});
    expect(plain(corner, "nog-wachtend")).toEqual({});
  };
  return {berichten: corner, check};
});

corner("a Toewijzing of an older release is started and claimed in a newer one", () => {
  const corner = {...ordinary, toewijzing: toewijzing({...assigned, einddatum: "2025-12-31", release: "3.0"})};
  const check = () => {
    expect(plain(corner, "tot-start")).toEqual({"2025-01": {median: 7}});
  };
  return {berichten: corner, check};
});

corner("a late declaration is late in the month of the care", () => {
  const lines = [{referentie: "P2", begindatum: "2025-01-06", einddatum: "2025-01-31", cents: 10_000}];
  const corner = {...ordinary, late: declaratie({id: "C2", on: "2025-04-01", lines})};
  const check = () => {
    expect(plain(ordinary, "tijdig-gedeclareerd")).toEqual({"2025-01": {numerator: 30_000, denominator: 30_000}});
    expect(plain(corner, "tijdig-gedeclareerd")).toEqual({"2025-01": {numerator: 30_000, denominator: 40_000}});
    expect(plain(ordinary, "declaratievertraging")).toEqual({"2025-01": {median: 5}});
    expect(plain(corner, "declaratievertraging")).toEqual({"2025-01": {median: (5 + 60) / 2}});
    expect(plain(corner, "kosten-ingediend")).toEqual({"2025-01": {numerator: 40_000}});
    expect(plain(corner, "kosten")).toEqual({"2025-01": {numerator: 30_000}}); // nobody answered yet
  };
  return {berichten: corner, check};
});

corner("a line that was refused is not in the costs, and the other one is", () => {
  const february = {referentie: "P2", begindatum: "2025-02-01", einddatum: "2025-02-28", cents: 20_000};
  const both = {...claim, on: "2025-03-05", lines: [january, february]};
  const answer = antwoord({id: "A1", on: "2025-03-12"}, both, {refused: ["P2"]});
  const granted = antwoord({id: "A1", on: "2025-03-12"}, both);
  const corner = {...ordinary, claim: declaratie(both), answer};
  const check = () => {
    expect(plain({...corner, answer: granted}, "kosten")["2025-02"]).toEqual({numerator: 20_000});
    expect(plain(corner, "kosten")).toEqual({"2025-01": {numerator: 30_000}});
    expect(plain(corner, "afkeur")["2025-02"]).toEqual({numerator: 20_000, denominator: 20_000});
  };
  return {berichten: corner, check};
});

corner("care that was refused is no begin of help without a start", () => {
  const {start: _, ...unstarted} = ordinary;
  const corner = {...unstarted, answer: antwoord({id: "A1", on: "2025-02-12"}, claim, {refused: ["P1"]})};
  const check = () => {
    expect(plain(unstarted, "instroom")).toEqual({"2025-01": {numerator: 1}});
    expect(plain(corner, "instroom")).toEqual({});
    expect(plain(corner, "nog-wachtend")["2025-12"]).toEqual({numerator: 1});
  };
  return {berichten: corner, check};
});

corner("a declaratie that was refused as a whole was never sent", () => {
  const corner = {...ordinary, answer: antwoord({id: "A1", on: "2025-02-12"}, claim, {code: "9333"})};
  const check = () => {
    expect(plain(corner, "kosten-ingediend")).toEqual({});
    expect(plain(corner, "afkeur")).toEqual({});
    expect(plain(corner, "antwoord-op-declaratie")).toEqual({"2025-02": {numerator: 1, denominator: 1}});
  };
  return {berichten: corner, check};
});

corner("a line that was credited leaves no costs and nobody for whom they were made", () => {
  const lines = [{...january, referentie: "P2", takesBack: "P1"}];
  const credit = {id: "C2", on: "2025-03-05", lines};
  const corner = {...ordinary, credit: declaratie(credit), credited: antwoord({id: "A2", on: "2025-03-12"}, credit)};
  const check = () => {
    expect(plain(ordinary, "kosten-per-client")).toEqual({"2025-01": {numerator: 30_000, denominator: 1}});
    expect(plain(corner, "kosten-per-client")).toEqual({});
    expect(plain(corner, "kosten")).toEqual({});
    expect(plain(corner, "correcties")).toEqual({"2025-01": {numerator: 1, denominator: 1}});
  };
  return {berichten: corner, check};
});

corner("a Toewijzing that is shortened into the past ended then", () => {
  const shortened = {...assigned, id: "T2", on: "2025-06-11", decided: "2025-06-10 09:00:00", reden: "05"};
  const corner = {...ordinary, shortened: toewijzing({...shortened, einddatum: "2025-03-31"})};
  const check = () => {
    expect(plain(corner, "uitstroom")).toEqual({"2025-03": {numerator: 1}});
    expect(plain(corner, "stand")["2025-03"]).toBeUndefined();
    expect(plain(ordinary, "stand")["2025-03"]).toEqual({numerator: 1});
  };
  return {berichten: corner, check};
});

corner("a Toewijzing with retroactive effect is no wait", () => {
  const late = {...assigned, on: "2025-01-11", decided: "2025-01-10 10:00:00", einddatum: "2025-12-31"};
  const corner = {...ordinary, toewijzing: toewijzing(late)};
  const check = () => {
    expect(plain(corner, "tot-start")).toEqual({});
    expect(plain(corner, "instroom")).toEqual({"2025-01": {numerator: 1}});
  };
  return {berichten: corner, check};
});

corner("what was decided last holds, whatever came last", () => {
  const newest = {...assigned, id: "T2", on: "2025-06-11", decided: "2025-06-10 09:00:00", einddatum: "2025-08-31"};
  const sentAgain = {...assigned, id: "T3", on: "2025-07-01", einddatum: "2025-12-31"};
  const corner = {...ordinary, newest: toewijzing(newest), sentAgain: toewijzing(sentAgain)};
  const check = () => {
    expect(plain(corner, "uitstroom")).toEqual({"2025-08": {numerator: 1}});
  };
  return {berichten: corner, check};
});

corner("a claim and a start that came before their Toewijzing count as if they came after", () => {
  const corner = {...ordinary, toewijzing: toewijzing({...assigned, on: "2025-03-03", einddatum: "2025-12-31"})};
  const check = () => {
    expect(plain(corner, "kosten", "wijk")).toEqual({"2025-01 WK999901": {numerator: 30_000}});
    expect(plain(corner, "uitstroom")).toEqual({"2025-12": {numerator: 1}});
  };
  return {berichten: corner, check};
});

corner("a start that was refused was never sent", () => {
  const {claim: _, answer: __, ...unclaimed} = ordinary;
  const corner = {...unclaimed, refusal: refusalOfStart(began, "2025-01-17", "9019")};
  const check = () => {
    expect(plain(unclaimed, "instroom")).toEqual({"2025-01": {numerator: 1}});
    expect(plain(corner, "instroom")).toEqual({});
    expect(plain(corner, "door-gemeente")).toEqual({"2025-01": {numerator: 1, denominator: 1}});
  };
  return {berichten: corner, check};
});

corner("an Identificatie that is used twice counts once, as it was first sent", () => {
  const corner = {...ordinary, twice: start({...began, on: "2025-02-20", begindatum: "2025-02-17"})};
  const check = () => {
    expect(plain(corner, "instroom")).toEqual({"2025-01": {numerator: 1}});
    expect(plain(corner, "tot-start")).toEqual({"2025-01": {median: 7}});
  };
  return {berichten: corner, check};
});

corner("a stop that was temporary at first is final by its second", () => {
  const ended = {...began, einddatum: "2025-04-30"};
  const temporary = stop({...ended, id: "E1", on: "2025-05-02", reden: "20"});
  const final = stop({...ended, id: "E2", on: "2025-07-02", einddatum: "2025-05-31", reden: "21"});
  const check = () => {
    expect(plain({...ordinary, temporary}, "uitstroom")).toEqual({"2025-04": {numerator: 1}});
    expect(plain({...ordinary, temporary}, "uitval")).toEqual({});
    expect(plain({...ordinary, temporary, final}, "uitstroom")).toEqual({"2025-05": {numerator: 1}});
    expect(plain({...ordinary, temporary, final}, "uitval")).toEqual({"2025-05": {numerator: 1, denominator: 1}});
  };
  return {berichten: {...ordinary, temporary, final}, check};
});

corner("help that goes on after 29 days is one traject", () => {
  const ended = stop({...began, id: "E1", on: "2025-05-02", einddatum: "2025-05-01", reden: "20"});
  const again = (begindatum: string) => start({...began, id: "S2", on: "2025-06-05", begindatum});
  const one = {...ordinary, ended, again: again("2025-05-31")};
  const check = () => {
    expect(plain(one, "instroom")).toEqual({"2025-01": {numerator: 1}});
  };
  return {berichten: one, check};
});

corner("help that goes on after 30 days is a second traject", () => {
  const ended = stop({...began, id: "E1", on: "2025-05-02", einddatum: "2025-05-01", reden: "20"});
  const again = (begindatum: string) => start({...began, id: "S2", on: "2025-06-05", begindatum});
  const two = {...ordinary, ended, again: again("2025-06-01")};
  const check = () => {
    expect(plain(two, "instroom")).toEqual({"2025-01": {numerator: 1}, "2025-06": {numerator: 1}});
  };
  return {berichten: two, check};
});

corner("an aanbieder that merged is one with the other, also before", () => {
  const withBoth = (first: string): Berichten => {
    const lines = {...claim, aanbieder: first};
    return {
      toewijzing: toewijzing({...assigned, einddatum: "2025-12-31", aanbieder: first}),
      start: start({...began, aanbieder: first}),
      claim: declaratie(lines),
      answer: antwoord({id: "A1", on: "2025-02-12", aanbieder: first}, lines),
      other: toewijzing({...assigned, id: "T2", nummer: "2", aanbieder: "42420004", einddatum: "2025-12-31"}),
      otherStart: start({...began, id: "S2", nummer: "2", aanbieder: "42420004", begindatum: "2025-01-20"}),
    };
  };
  const check = () => {
    expect(plain(withBoth("42420001"), "actieve-aanbieders")["2025-03"]).toEqual({numerator: 2});
    expect(plain(withBoth("42420003"), "actieve-aanbieders")["2025-03"]).toEqual({numerator: 1});
    expect(plain(withBoth("42420003"), "kosten", "aanbieder")).toEqual({"2025-01 42420004": {numerator: 30_000}});
  };
  return {berichten: withBoth("42420003"), check};
});

corner("the costs of who moved stay where he lived then", () => {
  const february = {referentie: "P2", begindatum: "2025-02-01", einddatum: "2025-02-28", cents: 20_000};
  const second = {id: "C2", on: "2025-03-05", lines: [february]};
  const corner = {
    ...ordinary,
    moved: toewijzing({...assigned, id: "T2", on: "2025-02-20", einddatum: "2025-12-31", postcode: "9999BB"}),
    second: declaratie(second),
    granted: antwoord({id: "A2", on: "2025-03-12"}, second),
  };
  const check = () => {
    expect(plain(corner, "kosten", "wijk")).toEqual({
      "2025-01 WK999901": {numerator: 30_000},
      "2025-02 WK999902": {numerator: 20_000},
    });
    expect(plain(corner, "instroom", "wijk")).toEqual({"2025-01 WK999901": {numerator: 1}});
  };
  // The product takes the buurt of help from the Toewijzing as it stands now, and so tells of a begin where he lived only
  // later; the loops take it as it stood when the help began, as the catalogue says. Costs are told alike.
  const notByWijk = ["clienten", "stapeling", "actieve-aanbieders", "instroom", "uitstroom", "stand", "doorlooptijd"];
  return {berichten: corner, notByWijk, check};
});
