import {findIndicator} from "../../indicators/catalogue.ts";
import {type Indicator, type Unit, unitDecimals} from "../../indicators/indicator.ts";
import type {Filter} from "../../indicators/question.ts";
import {formatNumber} from "../format.ts";

/** A figure that the map can show: known for wijken and buurten, and a rate, as a count says how many people live there. */
export interface Drawn {
  readonly indicator: string;
  /** As the question line names it. */
  readonly label: string;
  readonly where: readonly Filter[];
  /** Happens so seldom that it is told over a whole year; so many months later it is known. Null: over the months asked. */
  readonly yearly: number | null;
  /** The wet it is about by itself; null: either. */
  readonly wet: "Jeugdwet" | null;
  /** "In Centrum krijgen de meeste inwoners hulp". */
  readonly most: (places: string, help: string) => string;
  /** A number with what it is of: "104 van elke 1.000 inwoners". */
  readonly words: (number: string) => string;
  /** The unit below a head and beside the legend. */
  readonly unit: string;
}

const perThousand = (number: string) => `${number} van elke 1.000\u00a0inwoners`;
const perHundred = (number: string) => `${number} van elke\u00a0100`;

export const drawnFigures: readonly Drawn[] = [
  {
    indicator: "clienten-per-1000",
    label: "mensen met hulp per 1.000 inwoners",
    where: [],
    yearly: null,
    wet: null,
    most: (places, help) => `In ${places} krijgen de meeste inwoners ${help}`,
    words: perThousand,
    unit: "per 1.000 inwoners",
  },
  {
    indicator: "jeugdigen-met-jeugdhulp",
    label: "jongeren met jeugdhulp",
    where: [],
    yearly: null,
    wet: "Jeugdwet",
    most: (places) => `In ${places} krijgen de meeste jongeren jeugdhulp`,
    words: (number) => `${number} van elke 100\u00a0jongeren`,
    unit: "van elke 100 jongeren tot 23 jaar",
  },
  {
    indicator: "nieuwe-clienten-per-1000",
    label: "nieuwe mensen met hulp per 1.000 inwoners",
    where: [],
    yearly: 0,
    wet: null,
    most: (places, help) => `In ${places} kregen de meeste inwoners voor het eerst ${help}`,
    words: perThousand,
    unit: "per 1.000 inwoners",
  },
  {
    indicator: "kosten-per-inwoner",
    label: "kosten per inwoner",
    where: [],
    yearly: null,
    wet: null,
    most: (places, help) => `In ${places} gaat per inwoner het meeste geld naar ${help}`,
    words: (number) => `€\u00a0${number} per\u00a0inwoner`,
    unit: "euro per inwoner",
  },
  {
    indicator: "wachttijd",
    label: "wachten tot de start",
    where: [{dimension: "deel", value: "tot-start"}],
    yearly: 0,
    wet: null,
    most: (places) => `In ${places} wachten mensen het langst op de start`,
    words: (number) => `de helft langer dan ${number} ${number === "1" ? "dag" : "dagen"}`,
    unit: "dagen, de helft wacht langer",
  },
  {
    indicator: "herhaald-beroep",
    label: "mensen die binnen een jaar terugkomen",
    where: [],
    yearly: 12,
    wet: null,
    most: (places) => `In ${places} komen mensen het vaakst binnen een jaar terug`,
    words: perHundred,
    unit: "van elke 100 beëindigde trajecten",
  },
  {
    indicator: "uitval",
    label: "hulp die te vroeg stopt",
    where: [],
    yearly: 0,
    wet: null,
    most: (places) => `In ${places} stopt hulp het vaakst te vroeg`,
    words: perHundred,
    unit: "van elke 100 beëindigde trajecten",
  },
];

export function indicatorOf({indicator}: Drawn): Indicator {
  return findIndicator(indicator);
}

/** A value as a reader counts it: euros, a number of every hundred; rounded as it is shown. */
export function shownNumber(value: number, unit: Unit): number {
  const scaled = unit === "cent" ? value / 100 : unit === "aandeel" ? value * 100 : value;
  return Number(scaled.toFixed(unitDecimals[unit])) + 0;
}

/** The same number as text: "104,2". */
export function shownText(number: number, unit: Unit): string {
  return formatNumber(number, unitDecimals[unit] as 0 | 1 | 2);
}
