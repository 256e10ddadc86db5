import {describe, expect, test} from "vitest";
import {emptyDatabase, engines} from "../../../test/engines.ts";
import {questionAt, type Signal, signalName} from "../../analysis/signals/signal.ts";
import {keepSignals, readSignals} from "./signaal.ts";

const place = {kind: "team" as const, unit: "T02", wet: "Jeugdwet"};

function signal(part: Partial<Signal> & {readonly indicator?: string} = {}): Signal {
  const {indicator = "uitval", ...rest} = part;
  const asked = {indicator, gemeenteCode: "GM9999", from: "2025-07", to: "2026-06", knownOn: "2026-10-01"};
  return {
    name: signalName("trendbreuk", indicator, place, "hoger"),
    rule: "trendbreuk",
    question: questionAt(asked, place),
    side: "hoger",
    weight: 5,
    isStrong: true,
    ...rest,
  };
}

const day = (text: string) => new Date(`${text}T08:00:00Z`);

describe.each(engines)("signals on %s", (engine) => {
  test("are kept with what they are about, and read back the most telling first", async () => {
    const database = await emptyDatabase(engine);
    await keepSignals(database, "GM9999", [signal(), signal({indicator: "afkeur", weight: 9})], day("2026-10-01"));
    const told = await readSignals(database, "GM9999");
    expect(told.map(({question, since}) => [question.indicator, since.toISOString()])).toEqual([
      ["afkeur", "2026-10-01T08:00:00.000Z"],
      ["uitval", "2026-10-01T08:00:00.000Z"],
    ]);
    expect(told[1]).toMatchObject({
      name: "trendbreuk:uitval:team=T02:Jeugdwet:hoger",
      rule: "trendbreuk",
      side: "hoger",
      place,
    });
    expect(await readSignals(database, "GM1000")).toEqual([]);
  });

  test("are told once: what goes on is not new, and a weak one alone is not told", async () => {
    const database = await emptyDatabase(engine);
    await keepSignals(database, "GM9999", [signal({isStrong: false})], day("2026-09-01"));
    expect(await readSignals(database, "GM9999")).toEqual([]);
    await keepSignals(database, "GM9999", [signal()], day("2026-10-01"));
    // Weak now, but told before: it goes on from when it was first seen.
    await keepSignals(database, "GM9999", [signal({isStrong: false})], day("2026-11-01"));
    expect((await readSignals(database, "GM9999")).map(({since}) => since)).toEqual([day("2026-10-01")]);
  });

  test("are over when they are not found, and come back within a year as if never gone, later as new", async () => {
    const database = await emptyDatabase(engine);
    await keepSignals(database, "GM9999", [signal()], day("2025-01-01"));
    await keepSignals(database, "GM9999", [], day("2025-02-01"));
    expect(await readSignals(database, "GM9999")).toEqual([]);
    await keepSignals(database, "GM9999", [signal()], day("2025-06-01"));
    expect((await readSignals(database, "GM9999")).map(({since}) => since)).toEqual([day("2025-01-01")]);
    await keepSignals(database, "GM9999", [], day("2025-07-01"));
    // A second look at nothing does not make it longer ago that it was over.
    await keepSignals(database, "GM9999", [], day("2026-06-01"));
    await keepSignals(database, "GM9999", [signal()], day("2026-08-01"));
    expect((await readSignals(database, "GM9999")).map(({since}) => since)).toEqual([day("2026-08-01")]);
  });

  test("of one gemeente leave those of another alone", async () => {
    const database = await emptyDatabase(engine);
    await keepSignals(database, "GM9999", [signal()], day("2026-10-01"));
    await keepSignals(database, "GM1000", [], day("2026-10-02"));
    expect(await readSignals(database, "GM9999")).toHaveLength(1);
  });
});
