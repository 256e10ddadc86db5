import type {Purpose} from "./looking/purposes.ts";
import {isLocalAdministrator, type Reader, type ScopeDimension, scopeDimensions} from "./reader.ts";
import {type RoleName, roleNames, scopedRoles} from "./role.ts";

/**
 * What a screen asks the data.
 *
 * - cijfers: figures of the catalogue
 * - berichten: Berichten one by one, never whom they are about
 * - tellingen: counts of the Berichten and of what is wrong in them
 * - werklijst: single Toewijzingen, by number
 * - uitleg: what we say of ourselves, and what is public of every gemeente; nobody is in it
 * - inrichting: how this installation runs, and changing that
 * - originelen: delivered files as they came, with all whom they are about
 */
export const questionKinds = [
  "cijfers",
  "berichten",
  "tellingen",
  "werklijst",
  "uitleg",
  "inrichting",
  "originelen",
] as const;

export type QuestionKind = (typeof questionKinds)[number];

export interface Screen {
  /** As the menu and the table of rights name it. */
  readonly label: string;
  readonly asks: QuestionKind;
  /** What for: noted of each time that somebody looks, and never mended afterwards. */
  readonly purpose: Purpose;
  /** Who may open it, as long as nobody changes that. */
  readonly roles: readonly RoleName[];
  /** A reader who sees one part of the gemeente may open it when that part is one of these; then it shows that part. */
  readonly narrowsTo: readonly ScopeDimension[];
}

/** Every part, or: nothing in it is of any part. */
const anyPart = scopeDimensions;

/** Of the Berichten themselves we know the aanbieder, and not always whom they are about or where they live. */
const ofAanbieder: readonly ScopeDimension[] = ["aanbieder"];

/** But the administrator, who tends the system and has no business with figures about care. */
const everybody: readonly RoleName[] = roleNames.filter((role) => role !== "beheerder");

/** Each screen with who sees it. A page, file or form that names none of these is not let through by the compiler. */
export const screens = {
  // Whoever signs in begins here; of what stands out he is told what he may see elsewhere.
  vandaag: {
    label: "Vandaag",
    asks: "cijfers",
    purpose: "beleid",
    roles: roleNames.filter((role) => role !== "inwoner"),
    narrowsTo: anyPart,
  },
  "stand-van-zorg": {label: "Stand van zorg", asks: "cijfers", purpose: "beleid", roles: everybody, narrowsTo: anyPart},
  // Made for improving, not for choosing, so not for the public. Whoever sees one part sees of the others no name.
  spiegel: {
    label: "Spiegel",
    asks: "cijfers",
    purpose: "beleid",
    roles: everybody.filter((role) => role !== "inwoner"),
    narrowsTo: anyPart,
  },
  wijkprofiel: {label: "Wijkprofiel", asks: "cijfers", purpose: "beleid", roles: everybody, narrowsTo: anyPart},
  // What a team says to itself is read by nobody else, so this is given to no other role.
  teamkaart: {
    label: "Teamkaart",
    asks: "cijfers",
    purpose: "beleid",
    roles: ["teamleider", "professional"],
    narrowsTo: ["team"],
  },
  gemeenten: {
    label: "Gemeenten vergelijken",
    asks: "uitleg",
    purpose: "beleid",
    roles: everybody,
    narrowsTo: anyPart,
  },
  // Whoever is warned has a name of his own here.
  waarschuwingen: {
    label: "Mijn waarschuwingen",
    asks: "cijfers",
    purpose: "beleid",
    roles: everybody.filter((role) => role !== "inwoner"),
    narrowsTo: anyPart,
  },
  geteld: {label: "Hoe is dit geteld?", asks: "cijfers", purpose: "beleid", roles: everybody, narrowsTo: anyPart},
  berichten: {
    label: "Berichten achter een cijfer",
    asks: "berichten",
    purpose: "beleid",
    roles: ["controller", "contractmanager", "aanbieder", "analist"],
    narrowsTo: anyPart,
  },
  catalogus: {
    label: "Catalogus",
    asks: "cijfers",
    purpose: "beleid",
    roles: [...everybody, "beheerder"],
    narrowsTo: anyPart,
  },
  datakwaliteit: {
    label: "Datakwaliteit",
    asks: "tellingen",
    purpose: "controle",
    roles: ["bestuurder", "beleidsmaker", "controller", "contractmanager", "aanbieder", "analist", "beheerder"],
    narrowsTo: ofAanbieder,
  },
  werklijst: {
    label: "Werklijst",
    asks: "werklijst",
    purpose: "controle",
    roles: ["controller", "contractmanager", "aanbieder", "analist", "beheerder"],
    narrowsTo: ofAanbieder,
  },
  aansluiting: {
    label: "Aansluiting",
    asks: "tellingen",
    purpose: "controle",
    roles: ["bestuurder", "controller", "contractmanager", "analist"],
    narrowsTo: [],
  },
  lasten: {
    label: "Lasten",
    asks: "tellingen",
    purpose: "controle",
    roles: ["bestuurder", "beleidsmaker", "controller", "contractmanager", "aanbieder", "analist"],
    narrowsTo: ofAanbieder,
  },
  // Who attacks has all answers that a reader can get, so nobody who sees a part of the gemeente alone; and it is much work,
  // so nobody who is not known to us.
  "val-ons-aan": {
    label: "Val ons aan",
    asks: "cijfers",
    purpose: "beleid",
    roles: [...everybody.filter((role) => role !== "inwoner"), "beheerder"],
    narrowsTo: [],
  },
  tabelcheck: {
    label: "Mag deze tabel naar buiten?",
    asks: "uitleg",
    purpose: "beleid",
    roles: ["beleidsmaker", "controller", "contractmanager", "analist", "privacy-officer", "beheerder"],
    narrowsTo: anyPart,
  },
  bestanden: {
    label: "Bestanden",
    asks: "inrichting",
    purpose: "aanlevering",
    roles: ["controller", "contractmanager", "analist", "beheerder", "privacy-officer"],
    narrowsTo: [],
  },
  aanleveren: {label: "Aanleveren", asks: "inrichting", purpose: "aanlevering", roles: ["beheerder"], narrowsTo: []},
  beheer: {label: "Beheer", asks: "inrichting", purpose: "beheer", roles: ["beheerder"], narrowsTo: []},
  koppelen: {
    label: "Kolommen koppelen",
    asks: "inrichting",
    purpose: "aanlevering",
    roles: ["beheerder"],
    narrowsTo: [],
  },
  origineel: {label: "Geleverd bestand", asks: "originelen", purpose: "beheer", roles: ["beheerder"], narrowsTo: []},
  rollen: {label: "Rollen", asks: "inrichting", purpose: "beheer", roles: ["beheerder"], narrowsTo: []},
  privacyboek: {
    label: "Privacyboek",
    asks: "uitleg",
    purpose: "toezicht",
    roles: [...everybody, "beheerder"],
    narrowsTo: anyPart,
  },
  privacyregister: {
    label: "Register",
    asks: "inrichting",
    purpose: "toezicht",
    roles: ["privacy-officer", "beheerder"],
    narrowsTo: [],
  },
  inzagelog: {
    label: "Wie keek",
    asks: "inrichting",
    purpose: "toezicht",
    roles: ["privacy-officer", "beheerder"],
    narrowsTo: [],
  },
  // Whoever opens these sees whom it is about.
  inwonerverzoek: {
    label: "Verzoeken van inwoners",
    asks: "originelen",
    purpose: "rechten",
    roles: ["privacy-officer", "beheerder"],
    narrowsTo: [],
  },
  dpia: {
    label: "DPIA",
    asks: "inrichting",
    purpose: "toezicht",
    roles: ["privacy-officer", "beheerder"],
    narrowsTo: [],
  },
  regels: {
    label: "Regels van de standaard",
    asks: "uitleg",
    purpose: "controle",
    roles: [...everybody.filter((role) => role !== "teamleider" && role !== "professional"), "beheerder"],
    narrowsTo: ofAanbieder,
  },
} as const satisfies Readonly<Record<string, Screen>>;

export type ScreenName = keyof typeof screens;

export const screenNames = Object.keys(screens) as readonly ScreenName[];

export function screenOf(name: ScreenName): Screen {
  return screens[name];
}

/** What one gemeente cannot be given apart: the files of all come in at one door, and one person tends the machine. */
const ofInstallation: ReadonlySet<ScreenName> = new Set([
  "aanleveren",
  "beheer",
  "koppelen",
  "origineel",
  "rollen",
  "inzagelog",
  "inwonerverzoek",
]);

/** What no table of rights can open to the public: only figures of the catalogue are guarded so far. */
export function canBeGiven(role: RoleName, name: ScreenName): boolean {
  const {asks} = screenOf(name);
  // Everybody together is nobody who can be warned.
  if (role === "inwoner" && name === "waarschuwingen") return false;
  if (name === "teamkaart" && scopedRoles[role] !== "team") return false;
  if (role === "inwoner") return asks === "cijfers" || asks === "uitleg";
  // An aanbieder and the council have no business in how the installation runs.
  if (role === "aanbieder" || role === "raadslid") return asks !== "inrichting" && asks !== "originelen";
  return true;
}

/** For each screen that an administrator changed: the roles that may open it now. */
export type ChangedRights = ReadonlyMap<ScreenName, ReadonlySet<RoleName>>;

export const nothingChanged: ChangedRights = new Map();

export function rolesOf(name: ScreenName, changed: ChangedRights): readonly RoleName[] {
  const roles = changed.get(name) ?? screenOf(name).roles;
  return [...roles].filter((role) => canBeGiven(role, name));
}

/** The screens that a reader may open. */
export function openScreens(reader: Reader, changed: ChangedRights = nothingChanged): ReadonlySet<ScreenName> {
  return new Set(screenNames.filter((name) => whyClosed(reader, name, changed) === null));
}

/** Why a reader may not open a screen, in one line; null: he may. */
export function whyClosed(reader: Reader, name: ScreenName, changed: ChangedRights = nothingChanged): string | null {
  if (isLocalAdministrator(reader)) return null;
  const {label, narrowsTo} = screenOf(name);
  if (!rolesOf(name, changed).includes(reader.role)) {
    return `U mag '${label}' niet zien met uw rol. Vraag het aan de beheerder.`;
  }
  if (!reader.within.every(({dimension}) => narrowsTo.includes(dimension))) {
    return `'${label}' gaat over meer dan het deel van de gemeente dat u mag zien. Vraag het aan de beheerder.`;
  }
  if (ofInstallation.has(name) && reader.gemeenten !== "alle") {
    return `'${label}' gaat over alle gemeenten in dit systeem, en u mag ze niet alle zien. Vraag het aan de beheerder.`;
  }
  return null;
}
