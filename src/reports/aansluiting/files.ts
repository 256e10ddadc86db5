import {readReconciliation} from "../../analysis/reconciliation/reconciliation.ts";
import {type CsvFile, csvEuros} from "../csv.ts";
import {messagesAlone} from "../field.ts";
import {hiddenLine} from "../figure.ts";
import {formatSpan} from "../format.ts";
import {gemeenteWords} from "../place/place.ts";
import {provenanceLines, provenanceOf} from "../provenance.ts";
import type {Sources} from "../sources.ts";
import type {View} from "../view.ts";
import {reconciliationQuestion} from "./aansluiting.ts";

const columns = [
  ["gedeclareerd", "claimed"],
  ["hele declaratie geweigerd", "dismissed"],
  ["regels afgekeurd", "refused"],
  ["wacht op antwoord", "waiting"],
  ["toegekend", "granted"],
  ["toegekend buiten deze maanden", "grantedLater"],
  ["zorg van andere maanden", "fromOtherMonths"],
  ["raming en terugboeking", "estimates"],
  ["afrekening oude jaren", "oldYears"],
  ["buiten de berichten om", "outside"],
  ["niet verklaard", "unexplained"],
  ["grootboek", "booked"],
] as const;

/** Of these alone can be hidden what the others of its row tell nothing of. */
const stages: ReadonlySet<string> = new Set(["claimed", "dismissed", "refused", "waiting"]);

/** All of the reconciliation to the cent: the whole, and by taakveld, month and aanbieder. */
export async function aansluitingFile(sources: Sources, view: View): Promise<CsvFile> {
  const {database, reader, place} = sources;
  const splits = ["", "taakveld", "maand", "aanbieder"] as const;
  const tables = await Promise.all(
    splits.map((per) => readReconciliation(database, reconciliationQuestion(view), per, reader)),
  );
  return {
    name: `aansluiting-${view.from}-${view.to}.csv`,
    about: [
      `Wijkbalans, ${gemeenteWords(place)}: aansluiting van berichten en grootboek, ${formatSpan(view.from, view.to)}`,
      ...provenanceLines(provenanceOf(messagesAlone, view.to, view.knownOn, null)),
      `Versie van de gegevens: ${place.dataVersion}`,
      "Gedeclareerd = geweigerd + afgekeurd + wacht op antwoord + toegekend.",
      "Grootboek = toegekend - buiten deze maanden + andere maanden + raming + oude jaren + buiten de berichten + niet verklaard.",
      hiddenLine,
    ],
    columns: ["verdeling", "waarde", ...columns.map(([name]) => `${name} (euro)`)],
    rows: tables.flatMap((rows, index) =>
      rows.map((row) => [
        splits[index] === "" ? "totaal" : splits[index]!,
        row.key,
        ...columns.map(([, name]) =>
          csvEuros(row[name], row.isHidden || (row[name] === null && stages.has(name)) ? "verborgen" : null),
        ),
      ]),
    ),
  };
}
