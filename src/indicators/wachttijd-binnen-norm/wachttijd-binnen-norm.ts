import {type Indicator, shareOfPeople, sqlBeside} from "../indicator.ts";

export const wachttijdBinnenNorm: Indicator = {
  id: "wachttijd-binnen-norm",
  name: "Wachttijd binnen de norm",
  question: "Hoe vaak krijgen mensen hun hulp binnen de norm?",
  why: "Over hoe lang wachten mag, bestaan afspraken. Dit laat zien hoe vaak wij die halen, en hoeveel mensen langer wachten dan zou mogen.",
  definition:
    "Het aandeel van de wachttijden dat binnen de norm bleef. Het zijn dezelfde twee delen als bij de wachttijd. 'Tot toewijzing' loopt van het verzoek van de aanbieder tot de eerste toewijzing; de norm is 8 weken (56 dagen). Dit deel telt in de maand van de toewijzing. 'Tot start' loopt van de toewijzing, of de ingangsdatum als die later is, tot het begin van de hulp. De norm is daar 10 weken voor jeugd-ggz (productcategorie 51, 52 en 54), 13 weken voor verblijf en beschermd wonen (15, 43 en 44) en 6 weken voor alle andere hulp. Dit deel telt in de maand van het begin. Spoedhulp (17 en 46), toewijzingen met terugwerkende kracht en hulp zonder startbericht tellen niet mee bij 'tot start'; wij noemen hun aantal apart. Onder de 50 wachttijden geven wij geen cijfer.",
  doesNotSay: [
    "De Treeknorm begint bij de aanmelding. Die staat niet in de berichten; wij meten vanaf de toewijzing. Wie wij binnen de norm noemen, wachtte soms toch langer.",
    "De normen zijn landelijk. Een gemeente kan in haar contracten een andere norm hebben afgesproken.",
    "Wie nu nog wacht, telt pas mee als de hulp begint. Zie daarvoor 'Wacht nog op hulp'.",
    "Soms kiest iemand zelf voor een later begin.",
  ],
  unit: "aandeel",
  numeratorUnit: "wachttijden",
  denominatorUnit: "wachttijden",
  direction: "hoger",
  dimension: "cliënt en kwaliteit",
  level: "raad",
  source:
    "Treeknormen, en de Contractstandaard die ze overneemt; Administratieprotocol: een verzoek is hooguit 8 weken in onderzoek; iWmo en iJw 3.2: verzoek (315), toewijzing (301) en start (305)",
  counterpart: null,
  owner: "Wijkbalans, samen met de gemeente",
  checker: "kwaliteitsadviseur van de gemeente",
  nextReview: "2027-11-27",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: ["301", "305", "315"],
  moment: "begin",
  knownAfterMonths: 0,
  counting: shareOfPeople,
  parts: ["tot-toewijzing", "tot-start"],
  sql: sqlBeside(import.meta.url),
};
