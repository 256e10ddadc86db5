import type {Row} from "../../database/database.ts";
import {rowPlace, type SheetRow} from "../sheet/sheet.ts";
import {type NamedColumns, numberAt, textAt} from "./columns.ts";
import type {LandelijkProblem, LandelijkReading, LandelijkSheet} from "./read-landelijk.ts";
import {yearOf} from "./year.ts";

// Kerncijfers wijken en buurten comes as CBS has it (a number behind each name, people counted) and as others hand it on
// (shorter names, shares of people). Each kenmerk is found under any of its names, in whichever form is there.

interface Wish {
  /** A column that is the kenmerk itself. */
  readonly as: readonly string[];
  /** Or a count, and of what it is a share: per 100, or another number. */
  readonly count?: readonly string[];
  readonly of?: "inwoners" | "huishoudens";
  readonly per?: number;
}

const inwonerNames = ["aantal_inwoners", "AantalInwoners", "inwoners"];
const huishoudenNames = ["huishoudens", "HuishoudensTotaal"];

const wishes: Readonly<Record<string, Wish>> = {
  aantal_inwoners: {as: inwonerNames},
  huishoudens: {as: huishoudenNames},
  pct_0_14: {as: ["pct_0_14", "0_15"], count: ["k_0Tot15Jaar"], of: "inwoners"},
  pct_15_24: {as: ["pct_15_24", "15_25"], count: ["k_15Tot25Jaar"], of: "inwoners"},
  pct_25_44: {as: ["pct_25_44", "25_45"], count: ["k_25Tot45Jaar"], of: "inwoners"},
  pct_45_64: {as: ["pct_45_64", "45_65"], count: ["k_45Tot65Jaar"], of: "inwoners"},
  pct_65_plus: {as: ["pct_65_plus", "65plus"], count: ["k_65JaarOfOuder"], of: "inwoners"},
  pct_eenpersoonshuishoudens: {
    as: ["pct_eenpersoonshuishoudens", "pct_eenpersoonshhd"],
    count: ["Eenpersoonshuishoudens"],
    of: "huishoudens",
  },
  gemiddelde_huishoudensgrootte: {
    as: ["gem_huishoudensgrootte", "gem_huishouden_grootte", "GemiddeldeHuishoudensgrootte"],
  },
  bevolkingsdichtheid: {as: ["Bevolkingsdichtheid"]},
  // Not `pct_hh_laag_inkomen`: in files that have it, it is the share of households among the 40 % lowest incomes of the
  // Netherlands, around 33, and not the share below the low-income line, around 4.
  pct_laag_inkomen: {as: ["pct_huishoudens_laag_inkomen", "HuishoudensMetEenLaagInkomen"]},
  pct_laagste_inkomens: {as: ["pct_hh_laag_inkomen", "k_40HuishoudensMetLaagsteInkomen"]},
  pct_sociaal_minimum: {
    as: ["pct_huishoudens_rond_sociaal_minimum", "pct_rond_sociaal_min", "HuishOnderOfRondSociaalMinimum"],
  },
  bijstand_per_1000: {
    as: ["bijstand_per_1000"],
    count: ["PersonenPerSoortUitkeringBijstand"],
    of: "inwoners",
    per: 1000,
  },
  gemiddelde_woz: {
    as: ["gem_woz_waarde", "gem_woz_x1000eur", "GemiddeldeWOZWaardeVanWoningen", "GemiddeldeWoningwaarde"],
  },
  pct_corporatie: {as: ["pct_corporatiewoningen", "pct_huurcorporatie", "InBezitWoningcorporatie"]},
  stedelijkheid: {as: ["stedelijkheid", "stedelijkheid_1_5", "MateVanStedelijkheid"]},
  pct_jeugdzorg: {as: ["pct_jeugdzorg", "pct_jongeren_met_jeugdzorg", "PercentageJongerenMetJeugdzorg"]},
  wmo_per_1000: {as: ["wmo_per_1000", "wmo_clienten_per_1000", "WmoClientenRelatief"]},
};

const codeNames = ["gemeentecode", "WijkenEnBuurten", "Codering", "RegioS"];
const nameNames = ["gemeentenaam", "Gemeentenaam", "naam", "titel"];

export function isKerncijfers(columns: NamedColumns): boolean {
  return columns.find(codeNames) !== null &&
    (columns.find(inwonerNames) !== null || columns.find(huishoudenNames) !== null)
    ? columns.find(["taakveld_code", "taakveld"]) === null
    : false;
}

export function readKerncijfers(file: LandelijkSheet): LandelijkReading | LandelijkProblem {
  const {columns, rows, sheet} = file;
  const jaar = yearOf(file, "Kerncijfers", [2013, 2030]);
  if (typeof jaar !== "number") return jaar;
  const inwonersAt = columns.find(inwonerNames);
  if (inwonersAt === null) return {problem: "De kolom met inwoners ontbreekt. Noem hem 'aantal_inwoners'."};
  const codeAt = columns.find(codeNames)!;
  const nameAt = columns.find(nameNames);
  const gemeenten: Row[] = [];
  const kenmerken: Row[] = [];
  const seen = new Set<string>();
  const places = placesOf(columns);
  if (!places.some(({kenmerk}) => kenmerk === "pct_65_plus")) {
    return {problem: "De kolom met het deel 65 jaar en ouder ontbreekt. Noem hem 'pct_65_plus'."};
  }
  for (const row of rows) {
    const code = textAt(row, codeAt);
    // Wijken, buurten, the Netherlands, and people abroad, whom CBS gives the number of a gemeente.
    if (!/^GM\d{4}$/.test(code) || textAt(row, nameAt) === "Buitenland" || code === "GM0998") continue;
    if (seen.has(code)) return {problem: `${rowPlace(sheet, row.number)}: ${code} staat er twee keer in.`};
    seen.add(code);
    gemeenten.push({gemeente_code: code, jaar, naam: textAt(row, nameAt) || null});
    for (const place of places) {
      const waarde = kenmerkIn(row, place);
      if (waarde === "fout") {
        const at = place.at ?? place.countAt!;
        return {problem: `${rowPlace(sheet, row.number)}: '${textAt(row, at).slice(0, 30)}' is geen getal.`};
      }
      kenmerken.push({gemeente_code: code, jaar, kenmerk: place.kenmerk, waarde});
    }
  }
  if (seen.size === 0) {
    return {
      problem: "In dit bestand staat geen enkele gemeente. Wijkbalans heeft de rijen met codes als GM0363 nodig.",
    };
  }
  return {
    soort: "kerncijfers",
    jaar,
    gemeenten: seen.size,
    rows: {landelijk_gemeente: gemeenten, landelijk_kenmerk: kenmerken},
    unknown: unknownOf(columns, [codeAt, nameAt, ...places.flatMap(({at, countAt}) => [at, countAt])]),
  };
}

interface Place {
  readonly kenmerk: string;
  readonly at: number | null;
  readonly countAt: number | null;
  readonly ofAt: number | null;
  readonly per: number;
}

function placesOf(columns: NamedColumns): Place[] {
  return Object.entries(wishes).flatMap(([kenmerk, {as, count, of, per = 100}]): Place[] => {
    const at = columns.find(as);
    const countAt = count === undefined ? null : columns.find(count);
    const ofAt = of === undefined ? null : columns.find(of === "inwoners" ? inwonerNames : huishoudenNames);
    if (at !== null) return [{kenmerk, at, countAt: null, ofAt: null, per}];
    return countAt === null || ofAt === null ? [] : [{kenmerk, at: null, countAt, ofAt, per}];
  });
}

function kenmerkIn(row: SheetRow, {at, countAt, ofAt, per}: Place): number | null | "fout" {
  if (at !== null) return numberAt(row, at);
  const [part, whole] = [numberAt(row, countAt), numberAt(row, ofAt)];
  if (part === "fout" || whole === "fout") return "fout";
  return part === null || whole === null || whole <= 0 ? null : (per * part) / whole;
}

/** What a file says beside: known to be there, and not read. */
const passedOver = new Set(["provincie", "ID", "titel", "naam"]);

function unknownOf({written}: NamedColumns, read: readonly (number | null)[]): string[] {
  return written.filter((name, index) => name !== "" && !read.includes(index) && !passedOver.has(name));
}
