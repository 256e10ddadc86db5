import {readFileSync} from "node:fs";
import {formatNumber} from "../format.ts";
import type {Sources} from "../sources.ts";
import type {View} from "../view.ts";
import {comparedWords} from "./compared-words.ts";

/** What a wijk is like, beside its gemeente: public figures of CBS about all who live there. */
export interface NeedRow {
  readonly kenmerk: string;
  readonly label: string;
  readonly unit: string;
  readonly own: string;
  readonly gemeente: string;
  /** "anderhalf keer zo hoog". */
  readonly words: string;
  readonly year: number;
}

/** What tells most of how much help people will need, as the Kerncijfers wijken en buurten name it. */
const shown: readonly {kenmerk: string; label: string; unit: string; digits: 0 | 1}[] = [
  {kenmerk: "pct_65_plus", label: "65 jaar of ouder", unit: "van elke 100 inwoners", digits: 1},
  {kenmerk: "pct_0_14", label: "Jonger dan 15 jaar", unit: "van elke 100 inwoners", digits: 1},
  {kenmerk: "pct_eenpersoonshuishoudens", label: "Woont alleen", unit: "van elke 100 huishoudens", digits: 1},
  {kenmerk: "pct_sociaal_minimum", label: "Rond het sociaal minimum", unit: "van elke 100 huishoudens", digits: 1},
  {kenmerk: "pct_laag_inkomen", label: "Laag inkomen", unit: "van elke 100 huishoudens", digits: 1},
  {kenmerk: "pct_corporatie", label: "Huurt van een corporatie", unit: "van elke 100 woningen", digits: 1},
  {kenmerk: "pct_laag_opgeleid", label: "Korte opleiding", unit: "van elke 100 mensen vanaf 15 jaar", digits: 1},
  {kenmerk: "gemiddelde_woz", label: "Gemiddelde WOZ-waarde", unit: "× € 1.000", digits: 0},
];

const sql = readFileSync(new URL("need.sql", import.meta.url), "utf8");

export async function readNeed({database}: Pick<Sources, "database">, view: View, wijk: string): Promise<NeedRow[]> {
  const rows = await database.query<{gebied_code: string; kenmerk: string; jaar: number; waarde: number}>(sql, {
    gemeente_code: view.gemeenteCode,
    wijk_code: wijk,
    jaar: Number(view.to.slice(0, 4)),
  });
  return shown.flatMap(({kenmerk, label, unit, digits}): NeedRow[] => {
    const own = rows.find((row) => row.kenmerk === kenmerk && row.gebied_code === wijk);
    const whole = rows.find((row) => row.kenmerk === kenmerk && row.gebied_code === view.gemeenteCode);
    if (own === undefined || whole === undefined) return [];
    return [
      {
        kenmerk,
        label,
        unit,
        own: formatNumber(own.waarde, digits),
        gemeente: formatNumber(whole.waarde, digits),
        words: comparedWords(own.waarde, whole.waarde),
        year: own.jaar,
      },
    ];
  });
}
