import {begindatum, einddatum, naam, wijkCode} from "./common-columns.ts";
import type {TableWords} from "./table-words.ts";

const group = "Teams, verwijzers en wat er al is";

const teamCode = {description: "uw eigen code", synonyms: ["team", "teamcode", "code team", "wijkteam"]};

export const team: TableWords<"gemeente_code" | "team_code" | "naam" | "werkgever" | "fte" | "budget"> = {
  title: "Wijkteams",
  group,
  purpose: "noemt de teams die de toegang doen.",
  usedBy:
    "De verdeling van elk cijfer per wijkteam, het aantal cliënten per medewerker, en in de Spiegel teams naar hun vorm.",
  columns: {
    team_code: teamCode,
    naam: {...naam, synonyms: ["teamnaam", "naam team"]},
    werkgever: {
      description: "`gemeente`, `stichting` of `aanbieder`",
      synonyms: ["in dienst van", "organisatievorm"],
      choices: {gemeente: [], stichting: [], aanbieder: []},
    },
    fte: {description: "formatie, bijvoorbeeld `12,5`", synonyms: ["formatie", "aantal fte"], isPositive: true},
    budget: {
      description: "over welk geld het team zelf beslist: `geen`, `lichte hulp` of `alle hulp`",
      synonyms: ["eigen budget", "budgethouder"],
      choices: {geen: ["nee"], "lichte hulp": ["licht"], "alle hulp": ["alles"]},
    },
  },
  example: [
    ["T01", "Wijkteam Noord", "gemeente", 12.5, "lichte hulp"],
    ["T02", "Wijkteam Oost", "stichting", 6.3, "alle hulp"],
  ],
  key: ["team_code"],
};

export const team_wijk: TableWords<"gemeente_code" | "team_code" | "wijk_code" | "begindatum" | "einddatum"> = {
  title: "Wijken van de teams",
  group,
  purpose: "zegt welke wijk bij welk team hoort.",
  usedBy: "De verdeling van elk cijfer per wijkteam.",
  columns: {team_code: teamCode, wijk_code: wijkCode, begindatum, einddatum},
  example: [
    ["T01", "WK999901", "2022-01-01", null],
    ["T01", "WK999902", "2022-01-01", "2024-12-31"],
    ["T02", "WK999902", "2025-01-01", null],
  ],
  key: ["team_code", "wijk_code", "begindatum"],
  references: [
    {column: "team_code", table: "team", foreign: "team_code"},
    {column: "wijk_code", table: "gebied", foreign: "gebied_code"},
  ],
  periods: {within: ["wijk_code"]},
  ascending: ["begindatum", "einddatum"],
};

export const verwijzer: TableWords<"gemeente_code" | "verwijzer_code" | "verwijzer_type" | "naam" | "wijk_code"> = {
  title: "Verwijzers",
  group,
  purpose: "geeft praktijken die verwijzen een naam en een wijk.",
  usedBy: "De verdeling per verwijzer.",
  columns: {
    verwijzer_code: {
      description: "AGB-code van de praktijk",
      synonyms: ["agb", "agb-code", "agb praktijk", "verwijzer"],
      codeLength: 8,
      isDigits: true,
    },
    verwijzer_type: {
      description: "code zoals in de Berichten: `02` huisarts, …",
      synonyms: ["type", "soort verwijzer", "verwijzertype"],
      codeLength: 2,
      isDigits: true,
    },
    naam: {...naam, synonyms: ["naam verwijzer", "praktijk", "praktijknaam"]},
    wijk_code: {...wijkCode, description: "wijk waarin de praktijk staat"},
  },
  example: [
    ["99011000", "02", "Huisartsenpraktijk Oude Haven", "WK999901"],
    ["99011007", "02", "Huisartsenpraktijk Molenveld", "WK999902"],
  ],
  key: ["verwijzer_code", "verwijzer_type"],
  references: [{column: "wijk_code", table: "gebied", foreign: "gebied_code"}],
};

export const voorliggend: TableWords<
  "gemeente_code" | "wijk_code" | "naam" | "soort" | "omschrijving" | "plaatsen" | "cents_per_jaar"
> = {
  title: "Voorliggend aanbod",
  group,
  purpose: "is wat er in een wijk is zonder toewijzing.",
  usedBy: "Plaatsen voor informele hulp, vrij toegankelijk aanbod per inwoner en het aandeel vrij toegankelijk.",
  columns: {
    wijk_code: wijkCode,
    naam: {...naam, synonyms: ["voorziening", "naam voorziening", "activiteit"]},
    soort: {
      description: "`informeel`, `vrij toegankelijk` of `algemene voorziening`",
      synonyms: ["type", "soort voorziening"],
      choices: {informeel: [], "vrij toegankelijk": ["vrij-toegankelijk"], "algemene voorziening": ["algemeen"]},
    },
    omschrijving: {description: "in één zin", synonyms: ["beschrijving", "toelichting"]},
    plaatsen: {
      description: "hoeveel mensen er terechtkunnen",
      synonyms: ["aantal plaatsen", "capaciteit"],
      isPositive: true,
    },
    cents_per_jaar: {
      description: "wat het de gemeente per jaar kost, in hele centen",
      synonyms: ["kosten per jaar", "subsidie", "bedrag per jaar", "kosten"],
      isPositive: true,
    },
  },
  example: [
    [
      "WK999901",
      "Buurthuis Oude Haven",
      "vrij toegankelijk",
      "Inloop en activiteiten op vier dagdelen per week",
      60,
      4800000,
    ],
    ["WK999901", "Eettafel Oude Haven", "informeel", "Twee keer per week samen eten", 24, 600000],
  ],
  key: ["wijk_code", "naam"],
  references: [{column: "wijk_code", table: "gebied", foreign: "gebied_code"}],
};
