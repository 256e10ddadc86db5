import type {ScreenName} from "../../access/screens.ts";
import type {CsvFile} from "../csv.ts";
import {gemeenteWords} from "../place/place.ts";
import type {Sources} from "../sources.ts";
import {improvedLines} from "./changes.ts";
import {signalsFor} from "./signals.ts";

/** More lines are no list that anybody reads. */
const mostImproved = 200;

/** What stands out for a reader, and who did better than a year before, as a file; empty for who may compare no figures. */
export async function vandaagFile(sources: Sources, open: ReadonlySet<ScreenName>): Promise<CsvFile> {
  const {place} = sources;
  const [signals, improved] = open.has("spiegel")
    ? await Promise.all([signalsFor(sources), improvedLines(sources, mostImproved)])
    : [[], []];
  return {
    name: `vandaag-${place.dataDate}.csv`,
    about: [
      "Wijkbalans: wat opvalt, en wie het beter deed dan een jaar geleden",
      `Over: ${gemeenteWords(place)}`,
      `Stand van ${place.dataDate}. Een signaal is er pas als toeval het bijna niet kan verklaren.`,
    ],
    columns: ["soort", "sinds (UTC)", "wat", "uitleg", "gaat om", "eerste vraag"],
    rows: [
      ...signals.map(({rule, eerstOp, title, line, stake, question}) => [
        rule,
        eerstOp,
        plain(title),
        plain(line),
        plain(stake),
        question,
      ]),
      ...improved.map(({title, line}) => ["beter", null, plain(title), plain(line), null, null]),
    ],
  };
}

function plain(text: string): string {
  return text.replaceAll("\u00a0", " ");
}
