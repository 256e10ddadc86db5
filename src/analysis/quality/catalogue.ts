import {catalogue} from "../../indicators/catalogue.ts";
import type {Indicator} from "../../indicators/indicator.ts";
import type {Controle} from "./controle.ts";
import {aanbiederSamengegaan} from "./controles/aanbieder-samengegaan.ts";
import {anderTarief} from "./controles/ander-tarief.ts";
import {codeZonderIndeling} from "./controles/code-zonder-indeling.ts";
import {dubbeleDeclaratie} from "./controles/dubbele-declaratie.ts";
import {eindeloos} from "./controles/eindeloos.ts";
import {nooitGedeclareerd} from "./controles/nooit-gedeclareerd.ts";
import {nooitGestart} from "./controles/nooit-gestart.ts";
import {nooitGestopt} from "./controles/nooit-gestopt.ts";
import {persoonDubbel} from "./controles/persoon-dubbel.ts";
import {startNogOpen} from "./controles/start-nog-open.ts";
import {zonderBuurt} from "./controles/zonder-buurt.ts";

/** Every controle there is, in the order in which care goes: from Toewijzing to claim, then what lies under all of it. */
export const controles: readonly Controle[] = [
  nooitGestart,
  nooitGedeclareerd,
  nooitGestopt,
  startNogOpen,
  anderTarief,
  dubbeleDeclaratie,
  codeZonderIndeling,
  zonderBuurt,
  aanbiederSamengegaan,
  persoonDubbel,
  eindeloos,
];

/** Those of which the gemeente itself mends what they find. */
export const gemeenteControles: readonly string[] = controles
  .filter(({owner}) => owner === "gemeente")
  .map(({id}) => id);

const byId = new Map(controles.map((controle) => [controle.id, controle]));

/** null: there is no such controle. */
export function findControle(id: string): Controle | null {
  return byId.get(id) ?? null;
}

/** The indicators that have a score: those that some controle can change. */
export const scoredIndicators: readonly Indicator[] = catalogue.filter(({id}) =>
  controles.some(({touches}) => touches.includes(id)),
);
