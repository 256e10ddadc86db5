import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

const uitkomst = `
  wet      | aanbieder | jaar | kwartaal | maat           | gevraagd | beantwoord | positief
  Jeugdwet | 11111111  | 2025 | 1        | nut            | 60       | 30         | 24
  Jeugdwet | 11111111  | 2025 | 1        | tevredenheid   | 60       | 40         | 10
  Wmo      | 22222222  | 2025 | 1        | nut            | 50       | 29         | 29
  Wmo      | 22222222  | 2025 | 4        | nut            | 50       | 50         | 20
  Wmo      | 33333333  | 2025 | 4        | nut            | 10       | 0          | 0`;

describe.each(engines)("nut on %s", (engine) => {
  test("is a share of those who answered, of 30 answers or more, in the last month of the quarter", async () => {
    const database = await databaseWith(engine, {uitkomst});
    expect(await answer(database, "nut", {dimensions: ["aanbieder"]})).toEqual(
      table(`
        aanbieder | periode | teller | noemer | waarde    | personen
        11111111  | 2025-03 | 24     | 30     | 0.8       | 30
        22222222  | 2025-03 | 29     | 29     | te weinig | 29
        22222222  | 2025-12 | 20     | 50     | 0.4       | 50
        33333333  | 2025-12 | 0      | 0      | geen      | 0`),
    );
    expect(await answer(database, "nut", {grain: "jaar"})).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025    | 73     | 109    | 0.6697 | 109`),
    );
  });

  test("does not know a quarter that had not ended", async () => {
    const database = await databaseWith(engine, {uitkomst});
    expect(await answer(database, "nut", {knownOn: "2025-03-30"})).toHaveLength(1);
    expect(await answer(database, "nut", {knownOn: "2025-03-31"})).toHaveLength(2);
    expect(await answer(database, "nut", {knownOn: "2025-12-30"})).toHaveLength(2);
    expect(await answer(database, "nut", {knownOn: "2025-12-31"})).toHaveLength(3);
  });
});
