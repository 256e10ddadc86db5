import type {Row} from "../../database/database.ts";
import {iv3SumOf, vintageOfYear, vintagesOf} from "../../standards/iv3-sums.ts";
import {rowPlace} from "../sheet/sheet.ts";
import {type NamedColumns, numberAt, simpleText, textAt} from "./columns.ts";
import type {LandelijkProblem, LandelijkReading, LandelijkSheet} from "./read-landelijk.ts";
import {yearOf} from "./year.ts";

const taakveldNames = ["taakveld_code", "taakveldcode", "taakveld"];
const lastenNames = ["lasten_x1000eur", "lasten"];
const batenNames = ["baten_x1000eur", "baten"];

export function isIv3(columns: NamedColumns): boolean {
  return columns.find(taakveldNames) !== null && columns.find(lastenNames) !== null;
}

/** Iv3 per gemeente and taakveld, in thousands of euros. Taakvelden outside the sociaal domein are passed over. */
export function readIv3(file: LandelijkSheet): LandelijkReading | LandelijkProblem {
  const {columns, rows, sheet} = file;
  const jaar = yearOf(file, "cijfers van Iv3 naar taakveld", [2017, 2030]);
  if (typeof jaar !== "number") return jaar;
  const soort = soortOf(file);
  if (typeof soort !== "string") return soort;
  const nameAt = columns.find(["gemeente", "gemeentenaam"]);
  const codeAt = columns.find(["gemeentecode"]);
  if (nameAt === null) {
    return {problem: "De kolom 'gemeente' ontbreekt. Een totaal van Nederland heeft Wijkbalans niet nodig."};
  }
  const batenAt = columns.find(batenNames);
  if (batenAt === null)
    return {problem: "De kolom 'baten_x1000eur' ontbreekt. Zonder baten zijn er geen netto lasten."};
  const [taakveldAt, lastenAt] = [columns.find(taakveldNames)!, columns.find(lastenNames)!];
  const inwonersAt = columns.find(["inwoners", "aantal_inwoners"]);
  if (inwonersAt === null)
    return {problem: "De kolom 'inwoners' ontbreekt. Zonder inwoners is er niets te vergelijken."};
  const found: Row[] = [];
  const seen = new Set<string>();
  const vintage = vintageOfYear(jaar);
  for (const row of rows) {
    const place = rowPlace(sheet, row.number);
    const taakveld = textAt(row, taakveldAt);
    if (!/^6\./.test(taakveld)) continue;
    const vintages = vintagesOf(taakveld);
    const som = iv3SumOf(taakveld);
    if (vintages.length === 0 || som === null) {
      return {problem: `${place}: taakveld '${taakveld.slice(0, 20)}' kennen wij niet. De sommen zouden niet kloppen.`};
    }
    if (vintage !== null && !vintages.includes(vintage)) {
      return {problem: `${place}: taakveld ${taakveld} is niet van ${jaar}, maar van andere jaren. Klopt het jaar?`};
    }
    const [gemeente, code] = [textAt(row, nameAt), textAt(row, codeAt)];
    if (gemeente === "" || gemeente === "Buitenland" || code === "GM0998") continue;
    const key = `${code === "" ? gemeente : code}\0${taakveld}`;
    if (seen.has(key)) return {problem: `${place}: ${gemeente} heeft taakveld ${taakveld} twee keer.`};
    seen.add(key);
    const [baten, lasten, inwoners] = [batenAt, lastenAt, inwonersAt].map((at) => numberAt(row, at));
    if (baten === "fout" || lasten === "fout" || inwoners === "fout") {
      return {problem: `${place}: een bedrag of aantal is geen getal.`};
    }
    found.push({
      gemeente_code: code === "" ? null : code,
      gemeente,
      jaar,
      soort,
      taakveld,
      som,
      baten_cents: centsOf(baten),
      lasten_cents: centsOf(lasten),
      inwoners: inwoners == null ? null : Math.round(inwoners),
    });
  }
  if (found.length === 0)
    return {problem: "In dit bestand staat geen enkel taakveld 6. Lever Iv3 met het sociaal domein."};
  const gemeenten = new Set(found.map((row) => row.gemeente_code ?? row.gemeente)).size;
  const read = [taakveldAt, lastenAt, batenAt, nameAt, codeAt, inwonersAt];
  const unknown = columns.written.filter((name, at) => name !== "" && !read.includes(at) && !passedOver.has(name));
  return {soort, jaar, gemeenten, rows: {landelijk_iv3: withoutUndelivered(found)}, unknown};
}

/** Who has not delivered stands in the file with nothing but zeros. That is no spending of nothing: it is not known. */
function withoutUndelivered(rows: readonly Row[]): Row[] {
  const byGemeente = Map.groupBy(rows, (row) => row.gemeente_code ?? row.gemeente);
  const isNothing = (row: Row) => !row.lasten_cents && !row.baten_cents;
  return [...byGemeente.values()].flatMap((own) =>
    own.every(isNothing) ? own.map((row) => ({...row, baten_cents: null, lasten_cents: null})) : own,
  );
}

const passedOver = new Set([
  ...["provincie", "grootteklasse", "stedelijkheid", "centrumfunctie", "sociale_structuur", "taakveld_naam"],
  ...["waarvan_salarissen_x1000eur", "jaar", "soort"],
]);

function soortOf({columns, rows, name}: LandelijkSheet): "jaarrekening" | "begroting" | LandelijkProblem {
  const at = columns.find(["soort", "verslagsoort"]);
  const text = simpleText(`${name} ${rows[0] === undefined ? "" : textAt(rows[0], at)}`);
  if (text.includes("rekening")) return "jaarrekening";
  if (text.includes("begroting")) return "begroting";
  return {problem: "Is dit een begroting of een jaarrekening? Zet dat woord in de naam van het bestand."};
}

function centsOf(thousands: number | null | undefined): number | null {
  return thousands == null ? null : Math.round(thousands * 100_000);
}
