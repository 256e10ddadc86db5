import type {ScreenName} from "../../access/screens.ts";
import {isWatched} from "../../collaboration/signaal/watch.ts";
import type {IsoDate} from "../../standards/calendar.ts";
import {formatDate, formatNumber} from "../format.ts";
import type {Sources} from "../sources.ts";
import {type ChangeLine, improvedLines, ownChanges} from "./changes.ts";
import {vandaagPath} from "./paths.ts";
import {type SignalItem, signalsFor} from "./signals.ts";
import {type UsualLink, usualLinks} from "./usual-links.ts";

/** The page Vandaag: what stands out for its reader, what changed, and where he usually goes. */
export interface Vandaag {
  readonly title: string;
  /** "Zaterdag 28 november 2026, Wijkteam Noord" */
  readonly day: string;
  readonly kern: string;
  readonly signals: readonly SignalItem[];
  /** Shown behind a click. */
  readonly otherSignals: readonly SignalItem[];
  readonly changes: readonly ChangeLine[];
  readonly improved: readonly ChangeLine[];
  readonly links: readonly UsualLink[];
  /** False: the figures are being looked at, and there may be more in a while. */
  readonly isWatched: boolean;
  /** How signals are found, and how often one is chance. */
  readonly ways: readonly string[];
  /** Of which day the figures are. */
  readonly stand: string;
  /** null: this reader is told nothing that could stand in a file. */
  readonly fileHref: string | null;
}

const shownSignals = 5;
const shownImproved = 5;

export async function vandaag(sources: Sources, open: ReadonlySet<ScreenName>, today: IsoDate): Promise<Vandaag> {
  const {database, reader, place} = sources;
  const mayCompare = open.has("spiegel");
  const [signals, changes, improved] = mayCompare
    ? await Promise.all([signalsFor(sources), ownChanges(sources), improvedLines(sources, shownImproved)])
    : [[], [], []];
  const isSeen = !mayCompare || (await isWatched(database, place.gemeenteCode));
  return {
    title: "Vandaag",
    day: `${dayWords(today)}, ${place.area}`,
    kern: isSeen ? kernOf(signals, mayCompare) : "Er is een levering binnen. Wij kijken na wat er opvalt.",
    signals: signals.slice(0, shownSignals),
    otherSignals: signals.slice(shownSignals),
    changes,
    improved,
    links: usualLinks(reader.role, open),
    isWatched: isSeen,
    ways: [
      "Na elke levering kijken wij de cijfers na van elke wijk, elk team, elke aanbieder en elke praktijk, en de begroting.",
      "Een signaal is er pas als toeval het bijna niet kan verklaren en het verschil minstens een tiende is.",
      "Wat al bekend was, melden wij niet opnieuw. Het staat er zolang het zo is.",
      "Elk jaar wordt vergeleken met het jaar ervoor, en met hoe het bij de andere ging. Zo tellen seizoen en prijs niet mee.",
    ],
    stand: `Gegevens van ${formatDate(place.dataDate)}.`,
    fileHref: mayCompare ? `${vandaagPath}.csv` : null,
  };
}

function kernOf(signals: readonly SignalItem[], mayCompare: boolean): string {
  if (!mayCompare) return "Hier begint u.";
  if (signals.length === 0)
    return "Er valt nu niets op. Dat kan goed zijn: wij melden alleen wat bijna geen toeval is.";
  const [first] = signals;
  return signals.length === 1
    ? `Er valt één ding op. ${first!.title}.`
    : `Er vallen ${formatNumber(signals.length)} dingen op. Het meeste geld gaat om in: ${first!.title}.`;
}

const dayFormat = new Intl.DateTimeFormat("nl-NL", {weekday: "long", timeZone: "UTC"});

function dayWords(day: IsoDate): string {
  const name = dayFormat.format(new Date(`${day}T00:00:00Z`));
  return `${name[0]!.toUpperCase()}${name.slice(1)} ${formatDate(day)}`;
}
