import {describe, expect, test} from "vitest";
import {questionAbout} from "../../test/answer.ts";
import {derivedFrom} from "../../test/deliveries.ts";
import {databaseWith, type Engine, engines} from "../../test/engines.ts";
import {localAdministrator, type Reader} from "../access/reader.ts";
import {catalogue} from "../indicators/catalogue.ts";
import type {Question} from "../indicators/question.ts";
import {listMessages, readMessagesUsed} from "./messages.ts";

const people = Array.from({length: 12}, (_, index) => index + 1);

describe.each(engines)("messages on %s", (engine) => {
  test("counts and lists each 323 of which a line is in the figure, by month of care", async () => {
    const lines = people.map((person) => `client-${person} | 1 | ${person} | 2025-01-20 | 2025-01-01`);
    const database = await databaseWith(engine, {
      bericht: `
        bericht_id | soort | identificatie | dagtekening
        1          | 323   | januari       | 2025-02-03
        2          | 323   | februari      | 2025-03-03`,
      kostenregel: [
        "client | bericht_id | regel | begindatum | zorgmaand",
        ...lines,
        "anna | 2 | 1 | 2025-02-10 | 2025-02-01",
      ].join("\n"),
    });
    const question = questionAbout("kosten", {to: "2025-01"});
    const [used] = await readMessagesUsed(database, question, localAdministrator);
    expect(used).toEqual({soort: "323", count: 1, newest: "2025-02-03", refused: 0});
    const page = await listMessages(database, question, "323", {offset: 0, limit: 5}, localAdministrator);
    expect(page?.map(({identificatie, lines: count}) => [identificatie, count])).toEqual([["januari", 12]]);
  });
});

test.each(engines)(
  "tells ten refused Berichten and more, to the public by five, and hides fewer, on %s",
  async (engine) => {
    const retours = (soort: string, count: number) =>
      Array.from({length: count}, (_, one) => `${soort} | R${one} | 2025-02-03 | true`);
    const database = await databaseWith(engine, {
      kostenregel: [
        "client | begindatum | zorgmaand",
        ...people.map((person) => `client-${person} | 2025-01-20 | 2025-01-01`),
      ].join("\n"),
      retour: [
        "soort | identificatie | dagtekening_retour | is_afgekeurd",
        ...retours("325", 12),
        ...retours("323", 9),
      ].join("\n"),
    });
    const refusedTo = async (reader: Reader) => {
      const used = await readMessagesUsed(database, questionAbout("kosten", {to: "2025-01"}), reader);
      return Object.fromEntries(used.map(({soort, refused}) => [soort, refused]));
    };
    expect(await refusedTo(localAdministrator)).toEqual({323: "verborgen", 325: 12});
    expect(await refusedTo({...localAdministrator, audience: "openbaar"})).toEqual({323: "verborgen", 325: 10});
  },
);

test.each(engines)(
  "tells no Berichten of one wet where those of both less those would be of few people, on %s",
  async (engine) => {
    // Twelve people of each wet have help; of the Jeugdwet three were claimed for.
    const rows = (wet: string, first: number, count: number, cells: (person: number) => string) =>
      Array.from({length: count}, (_, n) => `${wet} | client-${first + n} | ${first + n} | ${cells(first + n)}`);
    const assigned = (person: number) =>
      `1 | 2025-01-02 09:00:00 | 2025-01-05 | 2025-12-31 | 4 | ref-${person} | 2025-01-02`;
    const claimed = (bericht: number) => (person: number) => `${bericht} | 2025-01-10 | 5000 | P${person} | 2025-02-03`;
    const database = await derivedFrom(engine, {
      toewijzing_versie: [
        "wet | client | toewijzing_nummer | bericht_id | toegewezen_op | ingangsdatum | einddatum | volume | referentie_aanbieder | dagtekening",
        ...rows("Wmo", 1, 12, assigned),
        ...rows("Jeugdwet", 101, 12, assigned),
      ].join("\n"),
      prestatie: [
        "wet | client | toewijzing_nummer | bericht_id | begindatum | cents | referentie | dagtekening",
        ...rows("Wmo", 1, 12, claimed(23)),
        ...rows("Jeugdwet", 101, 3, claimed(24)),
      ].join("\n"),
      declaratie:
        "wet | bericht_id | identificatie | dagtekening\nWmo | 23 | 23 | 2025-02-03\nJeugdwet | 24 | 24 | 2025-02-03",
    });
    const claims = async (wet: string | null) => {
      const where = wet === null ? [] : [{dimension: "wet", value: wet} as const];
      const used = await readMessagesUsed(database, questionAbout("verzilvering", {where}), localAdministrator);
      return used.find(({soort}) => soort === "323")?.count;
    };
    expect([await claims(null), await claims("Jeugdwet"), await claims("Wmo")]).toEqual([2, null, null]);
  },
);

test("both engines find the same messages behind every figure", async () => {
  const [first, second] = await Promise.all(engines.map(messagesOfAll));
  expect(first).toEqual(second);
  expect(Object.keys(first!)).toHaveLength(questions.length);
  expect(first!.verzilvering).toContainEqual({soort: "325", count: 1, newest: "2025-03-03", refused: 0});
});

const questions: readonly Question[] = catalogue.flatMap(({id, parts}) =>
  (parts.length === 0 ? [[]] : parts.map((value) => [{dimension: "deel", value} as const])).map((where) =>
    questionAbout(id, {where}),
  ),
);

async function messagesOfAll(engine: Engine) {
  const rows = (cells: string) => people.map((person) => `client-${person} | ${person} | ${cells}`).join("\n");
  const database = await derivedFrom(engine, {
    verzoek: `client | toewijzing_nummer | bericht_id | regel | soort | referentie_aanbieder | dagtekening
      ${people.map((person) => `client-${person} | ${person} | 15 | ${person} | toewijzing | ref-${person} | 2024-12-20`).join("\n")}`,
    toewijzing_versie: `client | toewijzing_nummer | bericht_id | toegewezen_op | ingangsdatum | einddatum | volume | referentie_aanbieder | dagtekening
      ${people.map((person) => `client-${person} | ${person} | 1 | 2025-01-02 09:00:00 | 2025-01-05 | 2025-12-31 | 4 | ref-${person} | 2025-01-02`).join("\n")}`,
    start: `client | toewijzing_nummer | bericht_id | begindatum | dagtekening\n${rows("5 | 2025-01-10 | 2025-01-12")}`,
    stop: `client | toewijzing_nummer | bericht_id | begindatum | einddatum | reden_beeindiging | dagtekening
      ${rows("7 | 2025-01-10 | 2025-02-20 | 31 | 2025-02-21")}`,
    prestatie: `client | toewijzing_nummer | bericht_id | begindatum | cents | referentie | dagtekening
      ${people.map((person) => `client-${person} | ${person} | 23 | 2025-01-10 | 5000 | P${person} | 2025-02-03`).join("\n")}`,
    declaratie: "bericht_id | identificatie | dagtekening\n 23 | 23 | 2025-02-03",
    declaratie_antwoord:
      "bericht_id | declaratie_identificatie | retourcodes | dagtekening\n 25 | 23 | 0200 | 2025-03-03",
  });
  const found: Record<string, unknown> = {};
  for (const question of questions) {
    const key = [question.indicator, ...question.where.map(({value}) => value)].join(" ");
    found[key] = await readMessagesUsed(database, question, localAdministrator);
  }
  return found;
}
