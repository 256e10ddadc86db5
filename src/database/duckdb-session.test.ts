import {expect, test} from "vitest";
import {openDuckDb} from "./duckdb.ts";

const schema = "create table regel (soort integer not null, aantal integer not null)";
const question = "select soort, cast(sum(aantal) as bigint) as aantal from regel group by soort order by soort";

test("a question asked before rows came is answered with them after", async () => {
  const database = await openDuckDb(":memory:", {threads: 1});
  await database.execute(schema);
  const expected: {soort: number; aantal: number}[] = [];
  for (let soort = 1; soort <= 6; soort++) {
    expect(await database.query(question)).toEqual(expected);
    await database.transaction(() => database.execute(`insert into regel values (${soort}, 10)`));
    expected.push({soort, aantal: 10});
  }
  await database.close();
});

test("a transaction sees the rows it added itself", async () => {
  const database = await openDuckDb(":memory:", {threads: 1});
  await database.execute(schema);
  await database.transaction(async () => {
    for (let soort = 1; soort <= 6; soort++) {
      expect(await database.query(question)).toHaveLength(soort - 1);
      await database.execute(`insert into regel values (${soort}, 10)`);
    }
  });
  await database.close();
});

test("questions asked while rows come in are answered right, each as of some moment", async () => {
  const database = await openDuckDb(":memory:", {threads: 1});
  await database.execute(schema);
  const adding = (async () => {
    for (let soort = 1; soort <= 60; soort++) {
      await database.transaction(() => database.execute(`insert into regel values (${soort}, 10)`));
    }
  })();
  let last = 0;
  while (last < 60) {
    const rows = await database.query<{soort: number; aantal: number}>(question);
    expect(rows).toEqual(Array.from({length: rows.length}, (_, index) => ({soort: index + 1, aantal: 10})));
    expect(rows.length).toBeGreaterThanOrEqual(last);
    last = rows.length;
  }
  await adding;
  await database.close();
});

test("what is asked when a database closes is answered first, and what comes after it is refused", async () => {
  const database = await openDuckDb(":memory:", {threads: 1});
  const asked = database.query(
    "select cast(sum(a.range * b.range) as bigint) as sum from range(4000) a, range(4000) b",
  );
  await database.close();
  await expect(database.query("select 1")).rejects.toThrow("closed");
  expect(await asked).toEqual([{sum: 63_968_004_000_000}]);
});
