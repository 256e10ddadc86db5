import {type ScreenName, screenOf} from "../access/screens.ts";
import {teamkaartPath} from "../reports/teamkaart/paths.ts";

/** The menu: only what works stands in it. */
export interface Entry {
  readonly label: string;
  readonly screens: readonly {readonly label: string; readonly path: string; readonly screen: ScreenName}[];
}

export const entries: readonly Entry[] = [
  {
    label: "Vandaag",
    screens: [screenAt("vandaag", "/vandaag"), screenAt("waarschuwingen", "/vandaag/waarschuwingen")],
  },
  {
    label: "Cijfers",
    screens: [
      screenAt("stand-van-zorg", "/cijfers/stand-van-zorg"),
      screenAt("spiegel", "/cijfers/spiegel"),
      screenAt("wijkprofiel", "/cijfers/wijkprofiel"),
      screenAt("gemeenten", "/cijfers/gemeenten"),
    ],
  },
  {label: "Samen leren", screens: [screenAt("teamkaart", teamkaartPath)]},
  {
    label: "Over de gegevens",
    screens: [
      screenAt("catalogus", "/over-de-gegevens/catalogus"),
      screenAt("datakwaliteit", "/over-de-gegevens/datakwaliteit"),
      screenAt("aansluiting", "/over-de-gegevens/aansluiting"),
      screenAt("lasten", "/over-de-gegevens/lasten"),
      screenAt("val-ons-aan", "/over-de-gegevens/val-ons-aan"),
      screenAt("bestanden", "/over-de-gegevens/bestanden"),
      screenAt("aanleveren", "/over-de-gegevens/aanleveren"),
      screenAt("beheer", "/over-de-gegevens/beheer"),
      screenAt("rollen", "/over-de-gegevens/beheer/rollen"),
      screenAt("koppelen", "/over-de-gegevens/koppelen"),
      screenAt("regels", "/over-de-gegevens/regels"),
    ],
  },
  {
    label: "Privacy",
    screens: [
      screenAt("privacyboek", "/privacyboek"),
      screenAt("privacyregister", "/privacyboek/register"),
      screenAt("inzagelog", "/privacyboek/logboek"),
      screenAt("inwonerverzoek", "/privacyboek/verzoeken"),
      screenAt("dpia", "/privacyboek/dpia"),
    ],
  },
];

function screenAt(screen: ScreenName, path: string) {
  return {label: screenOf(screen).label, path, screen};
}

/** The menu of who may open these screens. */
export function entriesFor(open: ReadonlySet<ScreenName>): readonly Entry[] {
  return entries
    .map((entry) => ({...entry, screens: entry.screens.filter(({screen}) => open.has(screen))}))
    .filter(({screens}) => screens.length > 0);
}

/** The entry a page belongs to. The proof of a figure belongs to the figure. */
export function entryOf(path: string, all: readonly Entry[] = entries): Entry | undefined {
  return all.find((entry) => entry.screens.some((screen) => path.startsWith(screen.path))) ?? all[0];
}
