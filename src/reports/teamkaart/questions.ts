import type {Side} from "./side.ts";

/** What a question is after. */
export type Aim = "anders" | "lichter" | "goed";

/** What a team can talk about when a figure of its own is higher or lower: than it was, or than expected. */
export interface Topic {
  /** Of two questions with the same subject one is asked. */
  readonly subject: string;
  readonly finding: Readonly<Record<Side, string>>;
  /** Without its end: "dan een jaar geleden?" or "dan bij teams met dezelfde hulp?" follows. Open, and it blames nobody. */
  readonly question: Readonly<Record<Side, string>>;
  /** Where the team can see whose help can be lighter. */
  readonly lighter?: Side;
}

/** The figures of which a team can say something itself. Others, such as how soon an aanbieder claims, stay off its card. */
export const topics: Readonly<Record<string, Topic>> = {
  uitval: {
    subject: "einde",
    finding: {hoger: "Hulp stopt vaker te vroeg", lager: "Hulp stopt minder vaak te vroeg"},
    question: {
      hoger: "Wat maakt dat hulp bij ons vaker te vroeg stopt",
      lager: "Wat doen wij, waardoor hulp minder vaak te vroeg stopt",
    },
  },
  "volgens-plan": {
    subject: "einde",
    finding: {hoger: "Hulp eindigt vaker volgens plan", lager: "Hulp eindigt minder vaak volgens plan"},
    question: {
      hoger: "Wat doen wij, waardoor hulp vaker volgens plan eindigt",
      lager: "Wat maakt dat hulp bij ons minder vaak volgens plan eindigt",
    },
  },
  "herhaald-beroep": {
    subject: "terug",
    finding: {
      hoger: "Mensen komen vaker binnen een jaar terug",
      lager: "Mensen komen minder vaak binnen een jaar terug",
    },
    question: {
      hoger: "Wat hebben mensen na het einde nodig, nu zij vaker terugkomen",
      lager: "Wat doen wij, waardoor mensen minder vaak terugkomen",
    },
  },
  terugval: {
    subject: "terug",
    finding: {hoger: "Mensen komen vaker snel terug", lager: "Mensen komen minder vaak snel terug"},
    question: {
      hoger: "Wat hebben mensen na het einde nodig, nu zij vaker snel terugkomen",
      lager: "Wat doen wij, waardoor mensen minder vaak snel terugkomen",
    },
  },
  doorlooptijd: {
    subject: "duur",
    finding: {hoger: "Hulp duurt langer", lager: "Hulp duurt korter"},
    question: {hoger: "Wat maakt dat hulp bij ons langer duurt", lager: "Wat maakt dat hulp bij ons korter duurt"},
  },
  langdurig: {
    subject: "duur",
    finding: {hoger: "Meer hulp loopt langer dan twee jaar", lager: "Minder hulp loopt langer dan twee jaar"},
    question: {
      hoger: "Bij wie past de hulp misschien niet meer, nu er meer lang loopt",
      lager: "Wat maakt dat er bij ons minder hulp lang loopt",
    },
    lighter: "hoger",
  },
  afschaling: {
    subject: "lichter",
    finding: {
      hoger: "Meer mensen gaan naar lichtere of geen hulp",
      lager: "Minder mensen gaan naar lichtere of geen hulp",
    },
    question: {
      hoger: "Wat doen wij, waardoor meer mensen een stap lichter gaan",
      lager: "Wie kan een stap lichter, nu dat bij ons minder vaak gebeurt",
    },
    lighter: "lager",
  },
  opschaling: {
    subject: "zwaarder",
    finding: {hoger: "Meer mensen gaan naar zwaardere hulp", lager: "Minder mensen gaan naar zwaardere hulp"},
    question: {
      hoger: "Wat maakt dat hulp bij ons vaker zwaarder wordt",
      lager: "Wat doen wij, waardoor hulp minder vaak zwaarder wordt",
    },
  },
  "zwaar-na-licht": {
    subject: "zwaarder",
    finding: {
      hoger: "Na een licht begin komt vaker zware hulp",
      lager: "Na een licht begin komt minder vaak zware hulp",
    },
    question: {
      hoger: "Wanneer was lichte hulp niet genoeg, nu er vaker zware hulp op volgt",
      lager: "Wat maakt dat lichte hulp bij ons vaker genoeg is",
    },
  },
  "licht-eerst": {
    subject: "begin",
    finding: {hoger: "Hulp begint vaker licht", lager: "Hulp begint minder vaak licht"},
    question: {
      hoger: "Wat maakt dat wij vaker met lichte hulp beginnen",
      lager: "Wat maakt dat wij minder vaak met lichte hulp beginnen",
    },
  },
  "zwaar-in-kosten": {
    subject: "zwaar",
    finding: {
      hoger: "Een groter deel van het geld gaat naar zware hulp",
      lager: "Een kleiner deel van het geld gaat naar zware hulp",
    },
    question: {
      hoger: "Wat maakt dat wij meer zware hulp inzetten",
      lager: "Wat maakt dat wij minder zware hulp inzetten",
    },
  },
  "met-verblijf": {
    subject: "zwaar",
    finding: {
      hoger: "Meer jongeren wonen met jeugdhulp ergens anders",
      lager: "Minder jongeren wonen met jeugdhulp ergens anders",
    },
    question: {
      hoger: "Wat was er thuis nodig, nu meer jongeren ergens anders wonen",
      lager: "Wat doen wij, waardoor minder jongeren ergens anders wonen",
    },
  },
  "via-huisarts": {
    subject: "verwijzers",
    finding: {hoger: "Jeugdhulp begint vaker via de huisarts", lager: "Jeugdhulp begint minder vaak via de huisarts"},
    question: {
      hoger: "Wat maakt dat gezinnen vaker via de huisarts komen",
      lager: "Wat maakt dat gezinnen minder vaak via de huisarts komen",
    },
  },
  "eerste-deur": {
    subject: "verwijzers",
    finding: {
      hoger: "Jongeren komen vaker via de gemeente bij hun eerste hulp",
      lager: "Jongeren komen minder vaak via de gemeente bij hun eerste hulp",
    },
    question: {
      hoger: "Wat maakt dat jongeren vaker via ons bij hun eerste hulp komen",
      lager: "Wat maakt dat jongeren minder vaak via ons bij hun eerste hulp komen",
    },
  },
  "via-gi": {
    subject: "verwijzers",
    finding: {
      hoger: "Jeugdhulp begint vaker via een gecertificeerde instelling",
      lager: "Jeugdhulp begint minder vaak via een gecertificeerde instelling",
    },
    question: {
      hoger: "Wat hadden gezinnen eerder nodig, nu er vaker een gecertificeerde instelling bij komt",
      lager: "Wat maakt dat er minder vaak een gecertificeerde instelling bij komt",
    },
  },
  "via-toegang": {
    subject: "verwijzers",
    finding: {hoger: "Jeugdhulp begint vaker via de gemeente", lager: "Jeugdhulp begint minder vaak via de gemeente"},
    question: {
      hoger: "Wat maakt dat gezinnen vaker via ons komen",
      lager: "Wat maakt dat gezinnen minder vaak via ons komen",
    },
  },
  "clienten-per-1000": {
    subject: "hoeveel mensen",
    finding: {hoger: "Meer mensen hebben hulp", lager: "Minder mensen hebben hulp"},
    question: {
      hoger: "Wat maakt dat bij ons meer mensen hulp hebben",
      lager: "Wat maakt dat bij ons minder mensen hulp hebben",
    },
  },
  "jeugdigen-met-jeugdhulp": {
    subject: "hoeveel jongeren",
    finding: {hoger: "Meer jongeren hebben jeugdhulp", lager: "Minder jongeren hebben jeugdhulp"},
    question: {
      hoger: "Wat maakt dat bij ons meer jongeren jeugdhulp hebben",
      lager: "Wat maakt dat bij ons minder jongeren jeugdhulp hebben",
    },
  },
  "nieuwe-clienten-per-1000": {
    subject: "nieuw",
    finding: {hoger: "Er komen meer nieuwe mensen", lager: "Er komen minder nieuwe mensen"},
    question: {
      hoger: "Wat maakt dat er bij ons meer nieuwe mensen komen",
      lager: "Wat maakt dat er bij ons minder nieuwe mensen komen",
    },
  },
  instroom: {
    subject: "nieuw",
    finding: {hoger: "Er beginnen meer trajecten", lager: "Er beginnen minder trajecten"},
    question: {
      hoger: "Wat maakt dat er bij ons meer hulp begint",
      lager: "Wat maakt dat er bij ons minder hulp begint",
    },
  },
  "kosten-per-client": {
    subject: "kosten",
    finding: {hoger: "Hulp kost meer per persoon", lager: "Hulp kost minder per persoon"},
    question: {
      hoger: "Wat maakt dat hulp bij ons per persoon meer kost",
      lager: "Wat maakt dat hulp bij ons per persoon minder kost",
    },
  },
  "kosten-per-inwoner": {
    subject: "kosten",
    finding: {hoger: "Hulp kost meer per inwoner", lager: "Hulp kost minder per inwoner"},
    question: {
      hoger: "Wat maakt dat hulp bij ons per inwoner meer kost",
      lager: "Wat maakt dat hulp bij ons per inwoner minder kost",
    },
  },
  kosten: {
    subject: "kosten",
    finding: {hoger: "De hulp kost samen meer", lager: "De hulp kost samen minder"},
    question: {
      hoger: "Wat maakt dat de hulp bij ons samen meer kost",
      lager: "Wat maakt dat de hulp bij ons samen minder kost",
    },
  },
  stapeling: {
    subject: "samen",
    finding: {
      hoger: "Meer mensen hebben verschillende soorten hulp",
      lager: "Minder mensen hebben verschillende soorten hulp",
    },
    question: {
      hoger: "Wie houdt het overzicht, nu meer mensen verschillende soorten hulp hebben",
      lager: "Wat maakt dat minder mensen verschillende soorten hulp hebben",
    },
  },
  "drie-aanbieders": {
    subject: "samen",
    finding: {
      hoger: "Meer huishoudens hebben drie of meer aanbieders",
      lager: "Minder huishoudens hebben drie of meer aanbieders",
    },
    question: {
      hoger: "Wie houdt het overzicht, nu meer huishoudens drie of meer aanbieders hebben",
      lager: "Wat doen wij, waardoor minder huishoudens drie of meer aanbieders hebben",
    },
  },
  "wisseling-aanbieder": {
    subject: "wisselen",
    finding: {hoger: "Mensen wisselen vaker van aanbieder", lager: "Mensen wisselen minder vaak van aanbieder"},
    question: {
      hoger: "Wat maakt dat mensen vaker van aanbieder wisselen",
      lager: "Wat maakt dat mensen minder vaak van aanbieder wisselen",
    },
  },
  verlengd: {
    subject: "verlengen",
    finding: {hoger: "Hulp wordt vaker verlengd", lager: "Hulp wordt minder vaak verlengd"},
    question: {
      hoger: "Wat bespreken wij voordat hulp afloopt, nu zij vaker wordt verlengd",
      lager: "Wat maakt dat wij hulp minder vaak verlengen",
    },
    lighter: "hoger",
  },
  "te-laat-gestart": {
    subject: "wachten",
    finding: {hoger: "Hulp begint vaker te laat", lager: "Hulp begint minder vaak te laat"},
    question: {
      hoger: "Wat kunnen wij doen voor wie wacht, nu hulp vaker te laat begint",
      lager: "Wat doen wij, waardoor hulp minder vaak te laat begint",
    },
  },
  verzilvering: {
    subject: "gebruik",
    finding: {hoger: "Mensen gebruiken meer van hun toewijzing", lager: "Mensen gebruiken minder van hun toewijzing"},
    question: {
      hoger: "Wat maakt dat mensen meer gebruiken van wat is toegewezen",
      lager: "Waar is minder nodig dan wij toewijzen, nu mensen er minder van gebruiken",
    },
  },
};

/** Of figures whose number is enough for a question, and of which nobody says what is much or little. */
export interface CountTopic {
  readonly name: string;
  readonly indicator: string;
  readonly subject: string;
  readonly aim: Aim;
  readonly question: string;
}

export const countTopics: readonly CountTopic[] = [
  {
    name: "lopen-af",
    indicator: "lopen-af",
    subject: "aflopen",
    aim: "lichter",
    question: "Welke hulp die binnenkort afloopt, kan lichter of kan stoppen?",
  },
  {
    name: "goed",
    indicator: "clienten",
    subject: "goed",
    aim: "goed",
    question: "Bij wie ging het goed, en wat hielp daar?",
  },
  {
    name: "wijk",
    indicator: "clienten",
    subject: "wijk",
    aim: "anders",
    question: "Wie kan ook terecht bij iets in de wijk?",
  },
  {
    name: "vroeg",
    indicator: "clienten",
    subject: "vroeg",
    aim: "anders",
    question: "Bij wie hadden wij eerder willen zijn?",
  },
];

/** Beside what a figure is higher or lower. */
export type Beside = "tijd" | "behoefte" | "hulp" | "andere";

const ends: Readonly<Record<Beside, string>> = {
  tijd: "dan een jaar geleden?",
  behoefte: "dan bij teams met dezelfde behoefte?",
  hulp: "dan bij teams met dezelfde hulp?",
  andere: "dan bij andere teams?",
};

export function questionText({question}: Topic, side: Side, beside: Beside): string {
  return `${question[side]} ${ends[beside]}`;
}
