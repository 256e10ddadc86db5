import {countryCodes, countryName} from "./countries.ts";
import type {Release, Wet} from "./release.ts";
import {retourcodes} from "./retourcodes.ts";

/** A list of codes with what each means. */
export interface CodeList {
  /** As the standard numbers it: "COD046". */
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Release in which a code came in; absent: it was there in 3.0. */
  readonly since?: Readonly<Record<string, Release>>;
}

/** The code lists that are the same in iWmo and iJw, by the simple type they belong to. */
export const sharedCodeLists = {
  AanduidingWoonadres: {name: "NUM061", labels: {AB: "Aan boord", BY: "Bij", TO: "Tegenover", WW: "Woonwagen"}},
  AdresSoort: {
    name: "COD757",
    labels: {"01": "BRP-adres", "02": "Correspondentieadres", "03": "Verblijfadres", "04": "Tijdelijk verblijfadres"},
  },
  Communicatievorm: {name: "COD747", labels: {1: "Tolk taal", 2: "Doventolk", 3: "Doofblindentolk"}},
  DatumGebruik: {
    name: "COD170",
    labels: {
      1: "Dag onbekend: alleen maand en jaar gebruiken",
      2: "Dag en maand onbekend: alleen jaar gebruiken",
      3: "Dag, maand en jaar onbekend",
    },
  },
  DebetCredit: {name: "COD043", labels: {C: "Credit", D: "Debet"}},
  Eenheid: {
    name: "WJ756",
    labels: {
      "01": "Minuut",
      "04": "Uur",
      "14": "Etmaal",
      "16": "Dagdeel (4 uur)",
      "82": "Stuks (output)",
      "83": "Euro's",
      "84": "Stuks (inspanning)",
    },
  },
  Frequentie: {
    name: "WMO757",
    labels: {1: "Per dag", 2: "Per week", 4: "Per maand", 6: "Totaal binnen geldigheidsduur toewijzing"},
  },
  Geslacht: {name: "COD046", labels: {0: "Onbekend", 1: "Mannelijk", 2: "Vrouwelijk"}},
  JaNee: {name: "COD260", labels: {1: "Ja", 2: "Nee"}},
  JuridischeStatus: {
    name: "WJ232",
    labels: {
      "01": "Rechterlijke machtiging (voorlopig of voortgezet)",
      "02": "Rechterlijke machtiging op eigen verzoek",
      "03": "Rechterlijke machtiging met voorwaardelijk ontslag",
      "04": "Ondertoezichtstelling",
      "05": "Inbewaringstelling",
      "11": "Strafrechtelijk: tbs",
      "12": "Strafrechtelijk: overig",
    },
  },
  NaamGebruik: {
    name: "COD700",
    labels: {
      1: "Eigen naam",
      2: "Naam partner of alternatieve naam",
      3: "Naam partner gevolgd door eigen naam",
      4: "Eigen naam gevolgd door naam partner",
      5: "Pseudoniem",
      6: "Niet-natuurlijk persoon",
    },
  },
  RedenAfwijzingVerzoek: {
    name: "WJ759",
    labels: {
      1: "Geen wijziging, maar nieuwe aanvraag",
      2: "Past niet binnen budget",
      3: "Geen contract",
      4: "Past niet binnen contract",
      5: "Andere gemeente",
      6: "Stapeling",
      7: "Zorginhoudelijke afkeur",
      8: "Woonplaatsbeginsel",
      9: "Leeftijdsgrens is bereikt",
    },
  },
  RedenVerzoek: {name: "WJ758", labels: {1: "Verandering cliëntsituatie", 2: "Wijziging zorgplan"}},
  RedenWijziging: {
    name: "JZ002/WMO002",
    labels: {
      "01": "Administratieve correctie (vervallen)",
      "02": "Cliënt overleden",
      "03": "Contractwijziging",
      "04": "Herbeoordeling: verlenging toewijzing",
      "05": "Herbeoordeling: verkorting toewijzing",
      "06": "Uitstroom naar ander domein",
      "07": "Verhuizing naar een andere gemeente",
      "08": "Wijziging leveringsvorm",
      "09": "Overstap naar andere aanbieder",
      "10": "Overgang naar nieuwe bekostigingssystematiek",
      "11": "Gemeentelijke herindeling",
      "12": "Geïnitieerd door de aanbieder",
      "13": "Verwijderd",
      "14": "Administratieve correctie",
    },
    since: {"13": "3.1", "14": "3.1"},
  },
  RetourCode: retourcodes,
  SoortRelatie: {
    name: "COD472",
    labels: {
      "03": "Curator (juridisch)",
      "04": "Financieel (gemachtigd)",
      "05": "Financieel (toetsing)",
      "06": "Leefeenheid",
      "07": "Hulpverlener",
      "08": "Specialist",
      "09": "Anders",
      "10": "Ouder",
      "11": "Voogd",
      "12": "Partner/echtgeno(o)t(e)",
      "13": "Pleegouder",
      "14": "Bewindvoerder",
      "15": "Mentor",
      "16": "Zoon/dochter",
      "17": "Familielid",
      "18": "Gezinslid",
      "19": "Buur",
      "20": "Vriend(in)/kennis",
      "21": "Cliëntondersteuner",
      "22": "Huisarts",
      "23": "Erven van",
      "24": "Werkgever",
      "25": "Wijkcoach",
    },
  },
  StatusAanlevering: {
    name: "COD467",
    labels: {
      1: "Eerste aanlevering",
      2: "Gewijzigde aanlevering",
      3: "Verwijderen aanlevering",
      9: "Niet van toepassing (ongewijzigd)",
    },
  },
  TypeVerwijzer: {
    name: "COD327",
    labels: {
      "01": "Gemeente",
      "02": "Huisarts",
      "03": "Jeugdarts",
      "04": "Gecertificeerde instelling",
      "05": "Medisch specialist",
      "06": "Zelfverwijzer/geen verwijzer",
      "08": "Rechter, Officier van Justitie, functionaris Justitiële jeugdinrichting",
    },
  },
  VerzoekAntwoord: {name: "WJ760", labels: {1: "Verzoek afgewezen", 2: "Aanvraag in onderzoek"}},
  WettelijkeVertegenwoordiging: {
    name: "WJ003",
    labels: {
      "06": "Voogdij",
      "07": "Bewindvoering",
      "08": "Mentorschap",
      "09": "Onder curatele stelling",
      "10": "Zaakwaarneming",
    },
  },
  LandCode: {name: "COD032", labels: Object.fromEntries(countryCodes.map((code) => [code, code]))},
} as const satisfies Record<string, CodeList>;

/** The two code lists with other values in each law: 31 is "volgens plan" in iJw and "verhuizing" in iWmo. */
export const codeListsByWet = {
  ProductCategorie: {
    Wmo: {
      name: "WMO020",
      labels: {
        "01": "Hulp bij het huishouden",
        "02": "Begeleiding",
        "03": "Persoonlijke verzorging",
        "04": "Kortdurend verblijf",
        "05": "Woondiensten",
        "06": "Overige ondersteuning gericht op het individu of huishouden/gezin",
        "07": "Dagbesteding",
        "08": "Vervoerdiensten",
        "09": "Overige groepsgerichte ondersteuning",
        "10": "Overige maatwerkarrangementen",
        "11": "Rolstoelen",
        "12": "Vervoervoorzieningen",
        "13": "Woonvoorzieningen",
        "14": "Overige hulpmiddelen",
        "15": "Beschermd wonen",
        "16": "Opvang",
        "17": "Spoedopvang",
        "18": "Overige beschermd wonen en opvang",
      },
    },
    Jeugdwet: {
      name: "JZ020",
      labels: {
        "31": "Zonder verblijf: door wijk- of buurtteam (2015)",
        "32": "Zonder verblijf: ambulant op locatie van de aanbieder (2015)",
        "33": "Zonder verblijf: daghulp op locatie van de aanbieder (2015)",
        "34": "Zonder verblijf: in het netwerk van de jeugdige (2015)",
        "35": "Met verblijf: pleegzorg (2015)",
        "36": "Met verblijf: gezinsgericht (2015)",
        "37": "Met verblijf: gesloten plaatsing (2015)",
        "38": "Met verblijf: overig residentieel (2015)",
        "40": "Persoonlijke verzorging",
        "41": "Dagbehandeling",
        "42": "Vervoerdiensten",
        "43": "Jeugdhulp verblijf (incl. behandeling)",
        "44": "Jeugdhulp verblijf (excl. behandeling)",
        "45": "Jeugdhulp ambulant",
        "46": "Jeugdhulp crisis",
        "47": "Jeugdreclassering",
        "48": "Jeugdbescherming",
        "49": "Activiteiten in het preventief justitieel kader",
        "50": "Maatwerkarrangementen jeugd",
        "51": "Generalistische basis-ggz",
        "52": "Specialistische ggz",
        "53": "Kindergeneeskunde",
        "54": "Jeugd-ggz",
        "55": "Landelijk ingekochte zorg",
      },
    },
  },
  RedenBeeindiging: {
    Wmo: {
      name: "WMO588",
      labels: {
        "02": "Overlijden",
        "19": "Volgens plan beëindigd",
        "20": "Tijdelijk beëindigd",
        "21": "Eenzijdig door cliënt beëindigd",
        "22": "Eenzijdig door aanbieder beëindigd",
        "23": "In overeenstemming voortijdig beëindigd",
        "31": "Verhuizing naar een andere gemeente",
        "36": "Geïnitieerd door de gemeente",
        "37": "In verband met wijzigingsverzoek",
        "38": "Overstap naar andere aanbieder",
        "39": "Uitstroom naar ander domein",
      },
      since: {"38": "3.1", "39": "3.1"},
    },
    Jeugdwet: {
      name: "JZ588",
      labels: {
        "02": "Overlijden",
        "20": "Tijdelijk beëindigd",
        "31": "Volgens plan beëindigd",
        "32": "Voortijdig afgesloten: eenzijdig door de cliënt",
        "33": "Voortijdig afgesloten: eenzijdig door de aanbieder",
        "34": "Voortijdig afgesloten: in overeenstemming",
        "35": "Voortijdig afgesloten: externe omstandigheden",
        "36": "Geïnitieerd door de gemeente",
        "37": "In verband met wijzigingsverzoek",
        "38": "Overstap naar andere aanbieder",
        "39": "Uitstroom naar ander domein",
      },
      since: {"38": "3.1", "39": "3.1"},
    },
  },
} as const satisfies Record<string, Record<Wet, CodeList>>;

export type CodeListName = keyof typeof sharedCodeLists | keyof typeof codeListsByWet;

export function codeListOf(name: CodeListName, wet: Wet): CodeList {
  return isByWet(name) ? codeListsByWet[name][wet] : sharedCodeLists[name];
}

/** What a code means in Dutch; the code itself when the list does not have it. */
export function labelOf(name: CodeListName, wet: Wet, code: string): string {
  if (name === "LandCode") return countryName(code);
  return codeListOf(name, wet).labels[code] ?? code;
}

/** The codes that may be used in a release. */
export function codesIn(list: CodeList, release: Release): ReadonlySet<string> {
  return new Set(Object.keys(list.labels).filter((code) => (list.since?.[code] ?? "3.0") <= release));
}

function isByWet(name: CodeListName): name is keyof typeof codeListsByWet {
  return name in codeListsByWet;
}
