import type {Random} from "../statistics/random.ts";
import type {Agenda} from "./agenda.ts";
import {addWorkdays, type Day, isoDate} from "./days.ts";
import {bericht, type Heading, retourHeader, retourOf, type Soort} from "./messages/bericht.ts";
import {type Names, namesOf} from "./messages/xml.ts";
import type {Wet} from "./parameters.ts";

/** Writes Berichten with the date of today, and counts them. */
export interface Post {
  /** Sends a Bericht; the gemeente or the aanbieder does, as its soort says. */
  send(wet: Wet, soort: Soort, agb: string, body: (names: Names) => string, header?: (names: Names) => string): Heading;
  /** Plans the retourbericht, one to three working days later. Without a body there was nothing wrong. */
  answer(heading: Heading, refusal?: (names: Names) => string): void;
  readonly counts: ReadonlyMap<string, number>;
}

export function createPost(
  agenda: Agenda,
  random: Random,
  deliver: (path: string, text: string) => void,
  onRefusal: (heading: Heading, on: Day) => void,
): Post {
  const counts = new Map<string, number>();
  let sent = 0;

  function write(heading: Heading, header: string, body: string): void {
    const kind = `${heading.wet === "Wmo" ? "WMO" : "JW"}${heading.soort}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    sent++;
    const month = isoDate(agenda.today).slice(0, 7);
    const name = `${kind}-${heading.agb}-${String(sent).padStart(9, "0")}.xml`;
    deliver(`berichten/${month}/${name}`, bericht(heading, header, body));
  }

  return {
    counts,
    send(wet, soort, agb, body, header) {
      const names = namesOf(wet, soort);
      const heading: Heading = {
        wet,
        soort,
        agb,
        identificatie: `H${String(sent + 1).padStart(9, "0")}`,
        dagtekening: agenda.today,
      };
      write(heading, header?.(names) ?? "", body(names));
      return heading;
    },
    answer(heading, refusal) {
      agenda.plan(addWorkdays(heading.dagtekening, random.integer(1, 3)), () => {
        const soort = retourOf(heading.soort);
        const names = namesOf(heading.wet, soort);
        const header = retourHeader(`R${String(sent + 1).padStart(9, "0")}`, agenda.today, [], names);
        write({...heading, soort}, header, refusal?.(names) ?? "");
        if (refusal !== undefined) onRefusal(heading, agenda.today);
      });
    },
  };
}
