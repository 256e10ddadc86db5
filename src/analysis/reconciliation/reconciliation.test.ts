import {describe, expect, test} from "vitest";
import {databaseWith, type Engine, engines} from "../../../test/engines.ts";
import {localAdministrator} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import {randomStream} from "../../statistics/random.ts";
import {
  type DisclosedReconciliation,
  type ReconciliationQuestion,
  type ReconciliationSplit,
  readReconciliation,
} from "./reconciliation.ts";

const question: ReconciliationQuestion = {
  gemeenteCode: "GM9999",
  from: "2025-02",
  to: "2025-03",
  wet: null,
  aanbieder: null,
  knownOn: "2025-05-15",
};

const products = `
  wet      | product_code | taakveld
  Jeugdwet | 45A04        | 6.752
  Jeugdwet | 45A05        | 6.762`;

describe.each(engines)("reconciliation on %s", (engine) => {
  test("leads from what was claimed to what was booked, and leaves what nobody can explain", async () => {
    const database = await databaseWith(engine, {
      product: products,
      kostenregel: lines(`
        45A04 | 2025-02-01 | 10000 | 2025-03-05 | 2025-03-12 | true  | false
        45A04 | 2025-02-01 | 2000  | 2025-03-05 | 2025-03-12 | false | false
        45A04 | 2025-02-01 | 3000  | 2025-03-05 | 2025-03-12 | false | true
        45A04 | 2025-03-01 | 4000  | 2025-05-02 |            |       | false
        45A04 | 2025-03-01 | 5000  | 2025-04-05 | 2025-04-12 | true  | false
        45A04 | 2025-01-01 | 600   | 2025-02-05 | 2025-02-12 | true  | false
        45A04 | 2025-02-01 | 70    | 2025-05-20 | 2025-05-22 | true  | false`),
      grootboek: `
        jaar | maand | wet      | taakveld | omschrijving                      | cents
        2025 | 2     | Jeugdwet | 6.752    | Declaraties                       | 600
        2025 | 3     | Jeugdwet | 6.752    | Declaraties                       | 10025
        2025 | 3     | Jeugdwet | 6.752    | Pgb, betaald door de SVB          | 900
        2025 | 3     | Jeugdwet | 6.752    | Nog te ontvangen, raming          | 5000
        2025 | 5     | Jeugdwet | 6.752    | Declaraties                       | 777`,
    });
    const [total] = await readReconciliation(database, question, "", localAdministrator);
    expect(total).toMatchObject({
      claimed: 24_000,
      dismissed: 3000,
      refused: 2000,
      waiting: 4000,
      granted: 15_000,
      // March's care was granted in April; January's in February.
      grantedLater: 5000,
      fromOtherMonths: 600,
      estimates: 5000,
      outside: 900,
      oldYears: 0,
      booked: 16_525,
      unexplained: 25,
      persons: 12,
    });
  });

  test("adds up exactly, whole and in each split, and no split loses a cent", async () => {
    const database = await randomDatabase(engine);
    const total = await read(database, "");
    for (const per of ["", "taakveld", "maand", "aanbieder"] as const) {
      const rows = await read(database, per);
      for (const row of rows) expectAddsUp(row);
      const sums = (name: "claimed" | "dismissed" | "refused" | "waiting" | "granted") =>
        rows.reduce((sum, row) => sum + row[name]!, 0);
      for (const name of ["claimed", "dismissed", "refused", "waiting", "granted"] as const) {
        expect(sums(name), `${per} ${name}`).toBe(total[0]![name]);
      }
      if (per === "aanbieder") expect(rows.every(({booked}) => booked === null)).toBe(true);
      else
        expect(
          rows.reduce((sum, row) => sum + row.unexplained!, 0),
          per,
        ).toBe(total[0]!.unexplained);
    }
  });

  test("finds what a straight sum over the rows finds", async () => {
    const database = await randomDatabase(engine);
    const rows = await database.query(
      "select cents, zorgmaand, bekend_van, beantwoord_op, is_toegekend, is_verworpen from kostenregel",
    );
    const [total] = await read(database, "");
    let [claimed, granted, waiting] = [0, 0, 0];
    for (const row of rows) {
      if (String(row.zorgmaand) < "2025-02-01" || String(row.zorgmaand) > "2025-03-01") continue;
      if (String(row.bekend_van) > question.knownOn) continue;
      const isAnswered = row.beantwoord_op !== null && String(row.beantwoord_op) <= question.knownOn;
      claimed += Number(row.cents);
      if (!isAnswered) waiting += Number(row.cents);
      else if (row.is_toegekend === true) granted += Number(row.cents);
    }
    expect([total!.claimed, total!.granted, total!.waiting]).toEqual([claimed, granted, waiting]);
  });

  test("shows nothing about fewer than ten people", async () => {
    const database = await databaseWith(engine, {
      product: products,
      kostenregel: `
        client   | product_code | zorgmaand  | cents | bekend_van | beantwoord_op | is_toegekend
        client-1 | 45A04        | 2025-02-01 | 10000 | 2025-03-05 | 2025-03-12    | true`,
    });
    const [total] = await read(database, "");
    expect(total).toMatchObject({isHidden: true, claimed: null, granted: null, unexplained: null, persons: null});
  });
});

/** Lines of ten people, a tenth of the money each; two others carry nothing. */
function lines(text: string): string {
  const head = "client | product_code | zorgmaand | cents | bekend_van | beantwoord_op | is_toegekend | is_verworpen";
  const own = text
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [product, month, cents, ...rest] = line.split("|").map((cell) => cell.trim());
      return Array.from({length: 10}, (_, one) =>
        [`client-${one}`, product, month, Number(cents) / 10, ...rest].join(" | "),
      );
    });
  const others = Array.from({length: 2}, (_, person) =>
    ["01", "02", "03"].map(
      (month) => `client-${person + 10} | 45A04 | 2025-${month}-01 | 0 | 2025-04-05 | 2025-04-12 | true | false`,
    ),
  ).flat();
  return [head, ...own, ...others].join("\n");
}

async function randomDatabase(engine: Engine): Promise<Database> {
  const random = randomStream(3, "reconciliation");
  const rows = Array.from({length: 3000}, () => {
    const person = random.integer(1, 80);
    const month = `2025-0${random.integer(1, 4)}-01`;
    const claimed = `2025-0${random.integer(2, 6)}-0${random.integer(1, 9)}`;
    const isAnswered = random.chance(0.8);
    const answered = isAnswered ? `${claimed.slice(0, 8)}${random.integer(10, 28)}` : "";
    const fate = random.pick(["true | false", "true | false", "false | false", "false | true"]);
    const cents = random.integer(-2000, 9000);
    const product = random.pick(["45A04", "45A05", "45A99"]);
    return `client-${person} | 7575000${person % 2} | ${product} | ${month} | ${cents} | ${cents < 0} | ${claimed} | ${answered} | ${isAnswered ? fate : "| false"}`;
  });
  const ledger = Array.from({length: 24}, () => {
    const words = random.pick(["Declaraties", "Pgb", "Raming", "Afrekening oude jaren", "Iets anders"]);
    return `2025 | ${random.integer(1, 5)} | Jeugdwet | ${random.pick(["6.752", "6.762", "6.791"])} | ${words} | ${random.integer(-9000, 90_000)}`;
  });
  return databaseWith(engine, {
    product: products,
    kostenregel: [
      "client | aanbieder | product_code | zorgmaand | cents | is_credit | bekend_van | beantwoord_op | is_toegekend | is_verworpen",
      ...rows,
    ].join("\n"),
    grootboek: ["jaar | maand | wet | taakveld | omschrijving | cents", ...ledger].join("\n"),
  });
}

function read(database: Database, per: ReconciliationSplit): Promise<readonly DisclosedReconciliation[]> {
  return readReconciliation(database, question, per, localAdministrator);
}

function expectAddsUp(row: DisclosedReconciliation): void {
  if (row.isHidden) throw new Error(`${row.key} is hidden: make the fixture larger`);
  expect(row.dismissed! + row.refused! + row.waiting! + row.granted!).toBe(row.claimed);
  if (row.booked === null) return;
  const named = row.granted! - row.grantedLater! + row.fromOtherMonths!;
  expect(named + row.estimates! + row.oldYears! + row.outside! + row.unexplained!).toBe(row.booked);
}
