import {execFileSync} from "node:child_process";
import {chmodSync, existsSync, mkdirSync, readdirSync} from "node:fs";
import {join} from "node:path";
import type {Question} from "../src/indicators/question.ts";
import {median} from "./processes.ts";

export interface QuestionFigures {
  readonly facts: number;
  readonly oursFirstMilliseconds: number;
  readonly oursAgainMilliseconds: number;
  readonly postgresMilliseconds: number;
  readonly ratioFirst: number;
  readonly ratioAgain: number;
}

/**
 * Granted euros and distinct people per wijk and month, asked of us and of PostgreSQL with the same facts, indexed on
 * gemeente and month and analysed, in plain SQL. What a user would write who has no Wijkbalans.
 */
export async function benchQuestion(data: string, scratch: string, runs: number): Promise<QuestionFigures | string> {
  const bin = postgresFolder();
  if (bin === null) return "geen PostgreSQL op deze computer";
  const {openDatabase} = await import("../src/database/open.ts");
  const {ask} = await import("../src/analysis/ask.ts");
  const {localAdministrator} = await import("../src/access/reader.ts");
  const database = await openDatabase(data);
  const cluster = startPostgres(bin, scratch);
  try {
    const csv = join(scratch, "kostenregel.csv");
    await database.execute(`copy (select ${factColumns.join(", ")} from kostenregel) to '${csv}' (header false)`);
    chmodSync(csv, 0o644);
    cluster.psql(
      "create table kostenregel (gemeente_code text, client text, zorgmaand date, buurt_code text, cents bigint, beantwoord_op date, is_toegekend boolean)",
    );
    cluster.psql(`\\copy kostenregel from '${csv}' csv`);
    cluster.psql("create index on kostenregel (gemeente_code, zorgmaand)");
    cluster.psql("analyze kostenregel");

    const [{data_datum: knownOn}] = await database.query("select data_datum from gegevens_stand");
    const question: Question = {
      indicator: "kosten",
      gemeenteCode: "GM9999",
      dimensions: ["wijk"],
      grain: "maand",
      from: "2022-01",
      to: "2026-09",
      where: [],
      knownOn: String(knownOn),
    };
    const began = performance.now();
    await ask(database, question, localAdministrator);
    const first = performance.now() - began;
    const again: number[] = [];
    for (let i = 0; i < 20; i++) {
      const from = performance.now();
      await ask(database, question, localAdministrator);
      again.push(performance.now() - from);
    }
    const peer: number[] = [];
    for (let i = 0; i < runs; i++) peer.push(cluster.time(peerSql(String(knownOn))));
    const [{facts}] = await database.query<{facts: number}>(
      "select cast(count(*) as bigint) as facts from kostenregel",
    );
    return {
      facts,
      oursFirstMilliseconds: first,
      oursAgainMilliseconds: median(again),
      postgresMilliseconds: median(peer),
      ratioFirst: median(peer) / first,
      ratioAgain: median(peer) / median(again),
    };
  } finally {
    cluster.stop();
    await database.close();
  }
}

const factColumns = ["gemeente_code", "client", "zorgmaand", "buurt_code", "cents", "beantwoord_op", "is_toegekend"];

function peerSql(knownOn: string): string {
  return `select 'WK' || substr(buurt_code, 3, 6), date_trunc('month', zorgmaand), sum(cents), count(distinct client)
    from kostenregel
    where gemeente_code = 'GM9999' and is_toegekend and beantwoord_op <= date '${knownOn}'
      and zorgmaand between date '2022-01-01' and date '2026-09-30'
    group by 1, 2`;
}

function postgresFolder(): string | null {
  const home = "/usr/lib/postgresql";
  if (!existsSync(home)) return null;
  const versions = readdirSync(home).sort((a, b) => Number(b) - Number(a));
  return versions.length === 0 ? null : join(home, versions[0], "bin");
}

/** A cluster of its own on a socket in the scratch folder; PostgreSQL does not run as root. */
function startPostgres(bin: string, scratch: string) {
  const home = join(scratch, "postgres");
  mkdirSync(home);
  const isRoot = process.getuid?.() === 0;
  if (isRoot) execFileSync("chown", ["postgres", home, scratch]);
  const as = (program: string, args: readonly string[]) =>
    isRoot
      ? execFileSync("runuser", ["-u", "postgres", "--", join(bin, program), ...args], {encoding: "utf8"})
      : execFileSync(join(bin, program), args, {encoding: "utf8"});
  const data = join(home, "data");
  as("initdb", ["-D", data, "--auth=trust", "-U", "postgres"]);
  const settings = `-k ${home} -c listen_addresses='' -c shared_buffers=1GB -c work_mem=256MB -c jit=off`;
  as("pg_ctl", ["-D", data, "-w", "-l", join(home, "log"), "-o", settings, "start"]);
  const psql = (sql: string) => as("psql", ["-h", home, "-U", "postgres", "-q", "-v", "ON_ERROR_STOP=1", "-c", sql]);
  return {
    psql,
    time(sql: string): number {
      const plan = psql(`explain (analyze, timing off, format json) ${sql}`);
      return Number(/"Execution Time": ([\d.]+)/.exec(plan)?.[1]);
    },
    stop: () => void as("pg_ctl", ["-D", data, "-m", "immediate", "stop"]),
  };
}
