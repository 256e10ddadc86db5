import {expect, test} from "vitest";
import {emptyDatabase} from "../../test/engines.ts";
import type {Database} from "../database/database.ts";
import {openMailer} from "./mailer.ts";
import type {MailState} from "./state.ts";

function stateInMemory() {
  let state: MailState = {underWay: null, waiting: 3, fault: {line: "Iets.", at: "2026-11-27 08:00:00"}};
  return {
    read: () => state,
    write: (next: MailState) => {
      state = next;
    },
  };
}

/** A mailer over a database that counts how often it is asked where the data stand: once for each round. */
async function mailer({again = 60_000, fails = false} = {}) {
  const empty = await emptyDatabase("duckdb");
  const rounds: string[] = [];
  const faults: unknown[] = [];
  const database: Database = {
    ...empty,
    engine: "duckdb",
    query: async (sql, parameters, limit) => {
      rounds.push(sql);
      if (fails) throw new Error("kapot");
      return empty.query(sql, parameters, limit);
    },
  };
  const opened = openMailer({
    again,
    database,
    signalsOf: async () => [],
    transport: {send: async () => ({kind: "verstuurd"})},
    settings: {address: new URL("https://x.example"), mostPerHour: 1},
    state: stateInMemory(),
    now: () => new Date("2026-11-27T08:00:00Z"),
    report: (error) => void faults.push(error),
  });
  return {opened, rounds, faults};
}

const until = async (isSo: () => boolean) => {
  for (let turn = 0; turn < 200 && !isSo(); turn++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(isSo()).toBe(true);
};

test("it says how the mail goes, also before the first round", async () => {
  const {opened} = await mailer();
  expect(opened.facts()).toEqual({waiting: 3, fault: {line: "Iets.", at: "2026-11-27 08:00:00"}});
  await opened.close();
});

test("what is asked for while a round runs is one round more, however often", async () => {
  const {opened, rounds} = await mailer();
  for (let time = 0; time < 5; time++) opened.begin();
  await until(() => rounds.length >= 2);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(rounds).toHaveLength(2);
  await opened.close();
});

test("a round that fails throws nowhere, and is tried again", async () => {
  const {opened, rounds, faults} = await mailer({fails: true, again: 20});
  opened.begin();
  await until(() => rounds.length >= 3);
  expect(faults.length).toBeGreaterThanOrEqual(2);
  await opened.close();
  const {length} = rounds;
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(rounds).toHaveLength(length);
});

test("after it is closed no round begins", async () => {
  const {opened, rounds} = await mailer();
  await opened.close();
  opened.begin();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(rounds).toEqual([]);
});
