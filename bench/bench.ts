// npm run bench [-- --inwoners 68000 --jaren 5 --runs 3]: how fast, beside what a user would pick instead.
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {cpus, tmpdir} from "node:os";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {benchCatalogue} from "./catalogue.ts";
import {benchDisclosure} from "./disclosure.ts";
import {benchImport} from "./import-beside-xmllint.ts";
import {benchPages} from "./pages.ts";
import {command, root, timeProcess} from "./processes.ts";
import {benchQuestion} from "./question-beside-postgres.ts";
import {benchYears} from "./years.ts";

const {values} = parseArgs({
  options: {
    inwoners: {type: "string", default: "68000"},
    jaren: {type: "string", default: "5"},
    runs: {type: "string", default: "3"},
  },
});
const pages = [
  "/cijfers/stand-van-zorg",
  "/cijfers/stand-van-zorg?per=aanbieder",
  "/cijfers/stand-van-zorg?per=productgroep",
  "/geteld/kosten",
  "/geteld/uitval",
  "/over-de-gegevens/catalogus",
];
const scratch = mkdtempSync(join(tmpdir(), "wijkbalans-bench-"));
try {
  const world = join(scratch, "wereld");
  const runs = Number(values.runs);
  console.log(`${values.inwoners} inwoners, ${values.jaren} jaar; ${cpus().length} kernen (${cpus()[0].model})`);

  const demo = await timeProcess(process.execPath, [
    command,
    "demo",
    "--out",
    world,
    "--inwoners",
    values.inwoners,
    "--jaren",
    values.jaren,
  ]);
  line("demo maken", `${demo.seconds.toFixed(1)} s, ${Math.round(demo.peakBytes / 1e6)} MB geheugen`);

  const imported = await benchImport(world, scratch, runs);
  if (typeof imported === "string") line("import", imported);
  else {
    line("import", `${imported.files} bestanden, ${imported.megabytes} MB`);
    line("  Wijkbalans", `${seconds(imported.importSeconds)} s, ${imported.peakMegabytes} MB geheugen`);
    line("  xmllint --schema", `${seconds(imported.xmllintSeconds)} s`);
    line("  verhouding", imported.ratio.toFixed(2));
    line("  in de langzame baan", `${(imported.slowLaneShare * 100).toFixed(2)} % van de bestanden`);
  }

  const data = join(scratch, `data-${runs - 1}`);
  const pageFigures = await benchPages(data, pages);
  for (const page of pageFigures) {
    line(
      page.path,
      `eerste keer ${page.firstMilliseconds} ms, daarna p50 ${page.warmP50Milliseconds} en p95 ${page.warmP95Milliseconds} ms, ${page.kilobytesTransferred} kB`,
    );
  }

  const all = await benchCatalogue(data);
  line(
    "hele catalogus, per team, wijk en aanbieder, 60 maanden",
    `${all.seconds.toFixed(1)} s voor ${all.indicators} indicatoren en ${all.cells} cellen; het langst ${all.slowest[0]?.join(" ")} s`,
  );

  const question = await benchQuestion(data, scratch, runs);
  if (typeof question === "string") line("PostgreSQL", question);
  else {
    line("kosten per wijk en maand", `${question.facts} kostenregels`);
    line(
      "  Wijkbalans",
      `eerste keer ${question.oursFirstMilliseconds.toFixed(1)} ms, daarna ${question.oursAgainMilliseconds.toFixed(3)} ms`,
    );
    line("  PostgreSQL", `${question.postgresMilliseconds.toFixed(1)} ms`);
    line("  verhouding", `${question.ratioFirst.toFixed(1)} en ${question.ratioAgain.toFixed(0)} keer zo snel`);
  }

  const years = await benchYears(world, scratch);
  for (const {year, seconds, prestaties, secondsPer100000} of years) {
    line(
      `${year} na wat er was`,
      `${seconds.toFixed(1)} s voor ${prestaties} prestaties: ${secondsPer100000.toFixed(1)} s per 100.000`,
    );
  }

  const disclosed = await benchDisclosure();
  for (const {what, cells, small, partners, milliseconds} of disclosed) {
    line(what, `${cells} cellen, ${small} klein, ${partners} om die te beschermen: ${milliseconds} ms`);
  }

  const results = join(root, "bench", "results");
  mkdirSync(results, {recursive: true});
  const file = join(results, `${new Date().toISOString().slice(0, 16).replace(":", "")}.json`);
  writeFileSync(
    file,
    JSON.stringify(
      {world: values, demo: demo.seconds, imported, pageFigures, catalogue: all, question, years, disclosed},
      null,
      2,
    ),
  );
  console.log(`Bewaard in ${file}`);
} finally {
  rmSync(scratch, {recursive: true, force: true});
}

function line(what: string, figures: string) {
  console.log(`${what.padEnd(44)} ${figures}`);
}

function seconds(values: readonly number[]): string {
  return values.map((value) => value.toFixed(1)).join(" / ");
}
