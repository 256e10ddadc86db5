// What the rights of a reader add to a page: node bench/rights.ts, after 'npm run build'.

import {quantile} from "./processes.ts";

const {openDuckDb} = await import("../src/database/duckdb.ts");
const {migrate} = await import("../src/database/migrate.ts");
const {scopeKey, localAdministrator} = await import("../src/access/reader.ts");
const {openScreens, screenNames} = await import("../src/access/screens.ts");
const {readScreenRights, saveScreenRights} = await import("../src/access/screen-rights.ts");
const {inScope} = await import("../src/analysis/scope.ts");

const times = 2000;
const reader = {
  ...localAdministrator,
  id: "7",
  role: "teamleider",
  gemeenten: ["GM9999"],
  within: [{dimension: "team", values: ["T1", "T2"]}],
} as const;
const question = {
  indicator: "kosten",
  gemeenteCode: "GM9999",
  dimensions: [],
  grain: "maand",
  from: "2025-01",
  to: "2025-12",
  where: [],
  knownOn: "2026-01-01",
} as const;

const database = await openDuckDb(":memory:", {threads: 1});
await migrate(database);
for (const changes of [0, 200]) {
  for (let n = 0; n < changes; n++) {
    const change = {screen: screenNames[n % 3]!, role: "raadslid", may: n % 2 === 0} as const;
    await saveScreenRights(database, [change], {seen: n, by: "bench", now: new Date()});
  }
  const milliseconds: number[] = [];
  for (let n = 0; n < times; n++) {
    const began = performance.now();
    openScreens(reader, await readScreenRights(database));
    scopeKey(reader);
    // A page asks some 22 questions.
    for (let asked = 0; asked < 22; asked++) inScope(question, reader);
    milliseconds.push(performance.now() - began);
  }
  console.log(
    `${changes} changes kept: p50 ${quantile(milliseconds, 0.5).toFixed(2)} ms, p95 ${quantile(milliseconds, 0.95).toFixed(2)} ms, p99 ${quantile(milliseconds, 0.99).toFixed(2)} ms`,
  );
}
await database.close();
