import type {Finding} from "./finding.ts";

/** Where and by which rule; the line is that of the file. */
export interface Place {
  readonly rule: string;
  readonly niveau: Finding["niveau"];
  readonly retourcode: string | null;
  readonly path: string;
  readonly line: number;
}

// A file that is wrong all over says so in a screen of lines; nobody reads ten thousand.
const kept = 25;

/** Gathers the findings of one Bericht: the first ones, and how many more. */
export function createFindings() {
  const findings: Finding[] = [];
  let more = 0;
  let lowestNiveau: Finding["niveau"] = 4;
  let refused = false;

  function add({rule, niveau, retourcode, path, line}: Place, what: string): void {
    if (findings.length < kept) {
      findings.push({rule, niveau, retourcode, ernst: "fout", path, message: `Regel ${line}: ${what}.`});
    } else {
      more++;
      if (niveau < lowestNiveau) lowestNiveau = niveau;
    }
  }

  return {
    add,
    /** As `add`, and the Bericht cannot be taken in. */
    refuse(place: Place, what: string): void {
      refused = true;
      add(place, what);
    },
    isRefused: () => refused,
    all: (): readonly Finding[] => (more === 0 ? findings : [...findings, summary(more, lowestNiveau)]),
  };
}

function summary(more: number, niveau: Finding["niveau"]): Finding {
  return {
    rule: niveau === 1 ? "XSD" : "meer",
    niveau,
    retourcode: niveau === 1 ? null : "0001",
    ernst: "fout",
    path: "Bericht",
    message: `En nog ${more} ${more === 1 ? "bevinding" : "bevindingen"} in dit bericht.`,
  };
}
