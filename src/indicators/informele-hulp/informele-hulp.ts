import {type Indicator, sqlBeside, sumPerInhabitant} from "../indicator.ts";

export const informeleHulp: Indicator = {
  id: "informele-hulp",
  name: "Plaatsen voor informele hulp",
  question: "Hoeveel plaatsen zijn er bij vrijwilligers en buren, per 1.000 inwoners?",
  why: "Een maatje of een eettafel in de buurt is vaak genoeg, of maakt zwaardere hulp korter.",
  definition:
    "Het aantal plaatsen bij informele hulp in de wijk (zoals maatjes en eettafels), per 1.000 inwoners. De plaatsen zijn die van de laatste opgave van de gemeente. Inwoners zijn die van 1 januari.",
  doesNotSay: [
    "Een plaats is nog geen mens: hoeveel plaatsen er bezet zijn, weten wij niet. Daarom heeft dit cijfer geen goede richting.",
    "Wat buren en familie zonder organisatie doen, staat er niet bij. Dat is verreweg het meeste.",
    "Er is één opgave. Voor eerdere jaren rekenen wij met dezelfde plaatsen.",
    "Een aanbod in de ene wijk kan ook voor een andere wijk zijn.",
  ],
  unit: "per 1000 inwoners",
  numeratorUnit: "plaatsen",
  denominatorUnit: "inwoners",
  direction: "onbekend",
  dimension: "inrichting",
  level: "raad",
  source:
    "Wmo 2015, artikel 2.1.2: algemene voorzieningen en inzet van vrijwilligers; opgave van de gemeente (tabel voorliggend)",
  counterpart: null,
  owner: "Wijkbalans, samen met de gemeente",
  checker: "adviseur sociale basis van de gemeente",
  nextReview: "2027-11-27",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: [],
  moment: "running",
  knownAfterMonths: 0,
  counting: {...sumPerInhabitant, placing: "named", per: 1000},
  parts: [],
  sql: sqlBeside(import.meta.url),
};
