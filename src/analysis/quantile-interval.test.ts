import {describe, expect, test} from "vitest";
import {questionAbout} from "../../test/answer.ts";
import {databaseWith, engines} from "../../test/engines.ts";
import {localAdministrator} from "../access/reader.ts";
import {askQuantileInterval} from "./quantile-interval.ts";

/** People who waited 1, 2, 3, … days for a Toewijzing in January. */
function waits(count: number): string {
  const lines = Array.from(
    {length: count},
    (_, index) => `client-${index} | 2025-01-02 | 2025-01-${String(index + 3).padStart(2, "0")}`,
  );
  return `client | verzocht_op | eerst_toegewezen_op\n${lines.join("\n")}`;
}

const question = questionAbout("wachttijd", {grain: "totaal", where: [{dimension: "deel", value: "tot-toewijzing"}]});

describe.each(engines)("the interval of a median on %s", (engine) => {
  test("runs from one place in the order to another: of 20 from the 6th to the 15th", async () => {
    // Conover, § 3.2: 20 · 0.5 ∓ 1.96 · √5 is 5.6 and, with 1 more, 15.4.
    const database = await databaseWith(engine, {toewijzing: waits(20)});
    expect(await askQuantileInterval(database, question, localAdministrator)).toEqual({
      low: 6,
      high: 15,
      method: "rangorde",
    });
  });

  test("is not there where the figure itself may not be seen, nor when nothing was counted", async () => {
    const few = await databaseWith(engine, {toewijzing: waits(9)});
    expect(await askQuantileInterval(few, question, localAdministrator)).toBeNull();
    const none = {...question, from: "2024-01", to: "2024-12"} as const;
    expect(await askQuantileInterval(few, none, localAdministrator)).toBeNull();
  });
});

test("only a quantile has one", async () => {
  const database = await databaseWith("duckdb", {toewijzing: waits(2)});
  await expect(askQuantileInterval(database, questionAbout("kosten"), localAdministrator)).rejects.toThrow(RangeError);
});
