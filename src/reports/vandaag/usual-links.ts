import type {RoleName} from "../../access/role.ts";
import type {ScreenName} from "../../access/screens.ts";

export interface UsualLink {
  readonly screen: ScreenName;
  readonly path: string;
  readonly text: string;
}

const links = {
  cijfers: {screen: "stand-van-zorg", path: "/cijfers/stand-van-zorg", text: "Wat kost de zorg, en wat levert die op?"},
  spiegel: {screen: "spiegel", path: "/cijfers/spiegel", text: "Hoe doen wij het naast anderen met dezelfde behoefte?"},
  wijk: {screen: "wijkprofiel", path: "/cijfers/wijkprofiel", text: "Wat speelt er in de wijken?"},
  teamkaart: {screen: "teamkaart", path: "/samen-leren/teamkaart", text: "Wat bespreken wij in het werkoverleg?"},
  gemeenten: {screen: "gemeenten", path: "/cijfers/gemeenten", text: "Hoe gaat het in gemeenten als deze?"},
  kwaliteit: {
    screen: "datakwaliteit",
    path: "/over-de-gegevens/datakwaliteit",
    text: "Wat klopt er niet in de gegevens?",
  },
  aansluiting: {screen: "aansluiting", path: "/over-de-gegevens/aansluiting", text: "Sluit het aan op de boekhouding?"},
  lasten: {screen: "lasten", path: "/over-de-gegevens/lasten", text: "Wie wacht op wiens bericht?"},
  catalogus: {screen: "catalogus", path: "/over-de-gegevens/catalogus", text: "Wat betekenen de cijfers?"},
  beheer: {screen: "beheer", path: "/over-de-gegevens/beheer", text: "Is alles binnengekomen?"},
  privacy: {screen: "privacyboek", path: "/privacyboek", text: "Wie keek waarin, en waarvoor?"},
  aanval: {screen: "val-ons-aan", path: "/over-de-gegevens/val-ons-aan", text: "Is iemand te herkennen?"},
} as const satisfies Record<string, UsualLink>;

/** What each role comes for most, in the order of how often. */
const usual: Readonly<Record<RoleName, readonly UsualLink[]>> = {
  bestuurder: [links.cijfers, links.spiegel, links.gemeenten],
  beleidsmaker: [links.spiegel, links.wijk, links.gemeenten],
  controller: [links.cijfers, links.kwaliteit, links.aansluiting],
  contractmanager: [links.spiegel, links.cijfers, links.lasten],
  teamleider: [links.teamkaart, links.spiegel, links.cijfers],
  professional: [links.wijk, links.teamkaart, links.spiegel],
  aanbieder: [links.kwaliteit, links.spiegel, links.cijfers],
  raadslid: [links.cijfers, links.gemeenten, links.wijk],
  inwoner: [links.cijfers, links.wijk],
  analist: [links.catalogus, links.kwaliteit, links.spiegel],
  beheerder: [links.beheer, links.kwaliteit, links.catalogus],
  "privacy-officer": [links.privacy, links.aanval, links.catalogus],
};

export function usualLinks(role: RoleName, open: ReadonlySet<ScreenName>): readonly UsualLink[] {
  return usual[role].filter(({screen}) => open.has(screen));
}
