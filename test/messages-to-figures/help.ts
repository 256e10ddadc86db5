import type {IsoDate} from "../../src/standards/calendar.ts";
import type {Bericht, Traffic} from "./berichten.ts";
import type {Claimed} from "./claims.ts";
import {nameOfToewijzing, type Toewijzing, wijkAsKnown} from "./toewijzingen.ts";
import {allBelow, needed, textAt} from "./xml-elements.ts";

/** Help that began: a start, or care that was claimed without one, with what is known of its end. */
export interface Help {
  readonly client: string;
  readonly wet: Bericht["wet"];
  readonly aanbieder: string;
  readonly toewijzingNummer: string | null;
  readonly categorie: string | null;
  readonly productCode: string | null;
  readonly wijk: string | null;
  readonly toewijzing: Toewijzing | null;
  readonly begindatum: IsoDate;
  /** Of the stop, else of the Toewijzing; null: goes on. */
  readonly einddatum: IsoDate | null;
  /** Of its stop; null: nobody told of one. */
  readonly reden: string | null;
  readonly isTold: boolean; // by a start
}

/** A StartProduct or a StopProduct that was not removed. */
interface Told {
  readonly client: string;
  readonly wet: Bericht["wet"];
  readonly aanbieder: string;
  readonly toewijzingNummer: string | null;
  readonly categorie: string | null;
  readonly productCode: string | null;
  readonly begindatum: IsoDate;
  readonly einddatum: IsoDate | null;
  readonly reden: string | null;
  readonly isRemoval: boolean;
  readonly dagtekening: IsoDate;
}

export function readHelp(
  traffic: Traffic,
  toewijzingen: ReadonlyMap<string, Toewijzing>,
  claimed: readonly Claimed[],
): Help[] {
  const starts = standing(toldIn(traffic, "305", "StartProduct"));
  const stops = Map.groupBy(standing(toldIn(traffic, "307", "StopProduct")), nameOfWhat);
  const help = starts.map((start): Help => {
    const toewijzing = toewijzingen.get(nameOfToewijzing(start)) ?? null;
    // A stop repeats the begin of its start (TR382).
    const ends = (stops.get(nameOfWhat(start)) ?? []).filter(({begindatum}) => begindatum === start.begindatum);
    return {
      ...start,
      ...endOf(start.begindatum, ends, toewijzing),
      categorie: start.categorie ?? toewijzing?.categorie ?? null,
      productCode: start.productCode ?? toewijzing?.productCode ?? null,
      wijk: wijkOf(toewijzing, start.begindatum),
      toewijzing,
      isTold: true,
    };
  });
  const isStarted = new Set(starts.map(nameOfWhat));
  // What was refused says nothing of help: a refused line is no care that the gemeente owes (STANDARD 0.6).
  const lines = claimed.filter(({isCredit, answer}) => !isCredit && answer !== "refused");
  for (const [name, ofOne] of Map.groupBy(lines, nameOfWhat)) {
    if (isStarted.has(name)) continue;
    const first = ofOne.reduce((least, line) => (line.begindatum < least.begindatum ? line : least));
    const toewijzing = toewijzingen.get(nameOfToewijzing(first)) ?? null;
    const end = endOf(first.begindatum, stops.get(name) ?? [], toewijzing);
    help.push({...first, ...end, wijk: wijkOf(toewijzing, first.begindatum), toewijzing, isTold: false});
  }
  return help;
}

/** Help of one Toewijzing; what is taakgericht has none, and is known by its product (IV096). */
function nameOfWhat(of: Pick<Told, "client" | "wet" | "aanbieder" | "toewijzingNummer" | "productCode">): string {
  return [of.wet, of.aanbieder, of.client, of.toewijzingNummer ?? `product ${of.productCode}`].join(" ");
}

function endOf(
  begin: IsoDate,
  stops: readonly Told[],
  toewijzing: Toewijzing | null,
): Pick<Help, "einddatum" | "reden"> {
  // A final stop takes the place of a temporary one (OP377 to OP379), and else the last word counts.
  const isFinal = ({reden}: Told) => Number(reden !== "20");
  const stop = stops.toSorted((a, b) => isFinal(a) - isFinal(b) || compare(a.dagtekening, b.dagtekening)).at(-1);
  if (stop !== undefined) return {einddatum: stop.einddatum, reden: stop.reden};
  // Help that began after its Toewijzing ended, was not ended by it.
  const einddatum = toewijzing?.einddatum ?? null;
  return {einddatum: einddatum !== null && einddatum < begin ? null : einddatum, reden: null};
}

/** Where someone lived when the help began. */
function wijkOf(toewijzing: Toewijzing | null, begin: IsoDate): string | null {
  return toewijzing === null ? null : wijkAsKnown(toewijzing, begin);
}

function toldIn({berichten}: Traffic, soort: string, name: string): Told[] {
  return berichten
    .filter((bericht) => bericht.soort === soort)
    .flatMap(({root, wet, aanbieder, dagtekening}) =>
      allBelow(root, name).map((product) => ({
        client: needed(root, "Client", "Bsn"),
        wet,
        aanbieder,
        toewijzingNummer: textAt(product, "ToewijzingNummer"),
        categorie: textAt(product, "Product", "Categorie"),
        productCode: textAt(product, "Product", "Code"),
        begindatum: needed(product, "Begindatum"),
        einddatum: textAt(product, "Einddatum"),
        reden: textAt(product, "RedenBeeindiging"),
        isRemoval: needed(product, "StatusAanlevering") === "3",
        dagtekening,
      })),
    );
}

/** What was not removed (IV008): of one key the last word counts, and on one day a removal comes after what it removes. */
function standing(told: readonly Told[]): Told[] {
  const byKey = Map.groupBy(told, (one) => [nameOfWhat(one), one.begindatum, one.einddatum, one.reden].join(" "));
  return [...byKey.values()]
    .map((all) => {
      const order = (a: Told, b: Told) =>
        compare(a.dagtekening, b.dagtekening) || Number(a.isRemoval) - Number(b.isRemoval);
      return all.toSorted(order).at(-1)!;
    })
    .filter(({isRemoval}) => !isRemoval);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
