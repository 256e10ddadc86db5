import type {Figure, Split} from "./cells.ts";
import * as money from "./money.ts";
import * as people from "./people.ts";
import * as terms from "./terms.ts";

/** A figure of the catalogue that is counted here again. */
export interface Recounted {
  readonly id: string;
  /** One of its parts, where it has any. */
  readonly deel?: string;
  readonly count: Figure;
  readonly splits: readonly (Split | null)[];
}

const everySplit = [null, "wet", "aanbieder", "wijk"] as const;
// Nobody lives in a Bericht: the catalogue has no figure of these by wijk.
const ofTraffic = [null, "wet", "aanbieder"] as const;

export const allFigures: readonly Recounted[] = [
  {id: "kosten", count: money.kosten, splits: everySplit},
  {id: "kosten-ingediend", count: money.kostenIngediend, splits: everySplit},
  {id: "kosten-per-client", count: money.kostenPerClient, splits: everySplit},
  {id: "afkeur", count: money.afkeur, splits: everySplit},
  {id: "correcties", count: money.correcties, splits: everySplit},
  {id: "declaratievertraging", count: money.declaratievertraging, splits: everySplit},
  {id: "tijdig-gedeclareerd", count: money.tijdigGedeclareerd, splits: everySplit},
  {id: "clienten", count: people.clienten, splits: everySplit},
  // By wet or aanbieder all inwoners are in the denominator of each.
  {id: "clienten-per-1000", count: people.clientenPer1000, splits: [null]},
  {id: "actieve-aanbieders", count: people.actieveAanbieders, splits: everySplit},
  {id: "stapeling", count: people.stapeling, splits: everySplit},
  {id: "instroom", count: people.instroom, splits: everySplit},
  {id: "uitstroom", count: people.uitstroom, splits: everySplit},
  {id: "stand", count: people.stand, splits: everySplit},
  {id: "doorlooptijd", count: people.doorlooptijd, splits: everySplit},
  {id: "uitval", count: people.uitval, splits: everySplit},
  {id: "via-huisarts", count: people.viaHuisarts, splits: everySplit},
  {id: "wachttijd", deel: "tot-toewijzing", count: people.wachttijdTotToewijzing, splits: everySplit},
  {id: "wachttijd", deel: "tot-start", count: people.wachttijdTotStart, splits: everySplit},
  {id: "nog-wachtend", count: people.nogWachtend, splits: everySplit},
  {id: "retour-op-tijd", deel: "door-aanbieder", count: terms.retourDoorAanbieder, splits: ofTraffic},
  {id: "retour-op-tijd", deel: "door-gemeente", count: terms.retourDoorGemeente, splits: ofTraffic},
  {id: "antwoord-op-declaratie", count: terms.antwoordOpDeclaratie, splits: ofTraffic},
];
