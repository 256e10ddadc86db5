import {readFileSync} from "node:fs";
import type {CountingStep} from "../../analysis/proof.ts";
import type {Indicator} from "../../indicators/indicator.ts";
import {formatPercent} from "../format.ts";

/** A step from Bericht to figure, in words for the reader and in SQL for the count. */
export interface StepText {
  readonly title: string;
  readonly why: string;
  /** What is counted at this step: "regels". */
  readonly noun: string;
  readonly step: CountingStep;
}

/**
 * The steps of each indicator, from all there is to what is counted; the figure itself comes after them.
 * An indicator that has no words of its own shows the facts that it counts.
 */
export function stepTexts({id, counting, sql, isLocal}: Indicator, part: string | null): readonly StepText[] {
  const own = byIndicator[part === null ? id : `${id}/${part}`] ?? byIndicator[id];
  if (own !== undefined) return own;
  // SQL that is not ours runs once for a page, and not longer than its limit.
  if (isLocal) return [];
  const facts = part === null ? sql : `select *\nfrom (\n${sql}\n) as fact\nwhere part = '${part}'`;
  return [
    {
      title: "Alles wat voor dit cijfer telt",
      why: "Zoals de definitie zegt. Hieronder staat de SQL die dit telt.",
      noun: "gebeurtenissen",
      step: {sql: facts, placing: counting.placing},
    },
  ];
}

/** What happens at the end, where the figure comes out. */
export function lastStepText({id, counting, numeratorUnit}: Indicator): {readonly title: string; readonly why: string} {
  const own = lastTexts[id];
  if (own !== undefined) return own;
  if (counting.quantile === 0.5) return {title: "De middelste", why: "De helft is zo lang of korter."};
  if (counting.quantile !== null) return {title: "De grens", why: quantileWords(counting.quantile)};
  if (counting.value === "hhi") {
    return {
      title: "Hoe geconcentreerd",
      why: "Van elk het aandeel in het kwadraat, opgeteld. 10.000 is: alles bij één.",
    };
  }
  if (counting.value === "ratio") return {title: "Gedeeld", why: "De teller gedeeld door de noemer."};
  if (counting.numerator === "items" || counting.numerator === "items-with") {
    return {title: "Geteld", why: "Wat vaker voorkomt, telt één keer."};
  }
  if (counting.numerator === "persons") return {title: "Geteld als mensen", why: "Iedereen telt één keer."};
  if (counting.numerator === "facts") return {title: "Geteld", why: "Elke gebeurtenis telt één keer."};
  if (numeratorUnit === "cent") return {title: "Opgeteld", why: "Alle bedragen bij elkaar."};
  return {title: "Opgeteld", why: "Alles bij elkaar."};
}

/** "90 % is zo lang of korter." */
export function quantileWords(quantile: number): string {
  return `${formatPercent(quantile, 0)} is zo lang of korter.`;
}

const claimedInAll = {title: "Opgeteld", why: "Debet min credit, per maand van zorg."};
const trajectenInAll = {title: "Geteld", why: "Elk traject telt één keer."};

const lastTexts: Readonly<Record<string, {readonly title: string; readonly why: string}>> = {
  kosten: claimedInAll,
  "kosten-ingediend": claimedInAll,
  "kosten-totaal": claimedInAll,
  instroom: trajectenInAll,
  uitstroom: trajectenInAll,
  stand: trajectenInAll,
  "lopen-af": {title: "Geteld", why: "Elke toewijzing telt één keer."},
  wachtlijst: {title: "Opgeteld", why: "Alle wachtenden bij elkaar, zoals de gemeente ze opgaf."},
  clienten: {title: "Geteld als mensen", why: "Iedereen telt één keer, hoe vaak die ook hulp kreeg."},
  "clienten-per-1000": {
    title: "Mensen per 1.000 inwoners",
    why: "Iedereen telt één keer. Inwoners zijn die van 1 januari.",
  },
  "kosten-per-client": {
    title: "Kosten per mens",
    why: "De toegekende kosten, gedeeld door de mensen die deze zorg kregen.",
  },
  "kosten-per-inwoner": {title: "Kosten per inwoner", why: "De toegekende kosten, gedeeld door alle inwoners."},
  uitval: {title: "Hiervan te vroeg gestopt", why: "Reden 21, 22 of 23 (Wmo) en 32, 33 of 34 (Jeugdwet)."},
  "herhaald-beroep": {title: "Hiervan kwam iemand terug", why: "Een nieuw traject in dezelfde wet, binnen 12 maanden."},
  afkeur: {
    title: "Hiervan afgekeurd, in euro's",
    why: "Het bedrag dat is afgekeurd, van alles wat een antwoord kreeg.",
  },
  verzilvering: {
    title: "Hiervan gedeclareerd, in euro's",
    why: "Omvang maal tarief, tegen wat is ingediend en niet geweigerd.",
  },
};

function onDay(name: string, noun: string, title: string, why: string): StepText {
  return {title, why, noun, step: {sql: stepSql(name), placing: "on-day"}};
}

function running(name: string, noun: string, title: string, why: string): StepText {
  return {title, why, noun, step: {sql: stepSql(name), placing: "running"}};
}

function stepSql(name: string): string {
  return readFileSync(new URL(`steps/${name}.sql`, import.meta.url), "utf8").trim();
}

const claimedLines = onDay(
  "claimed_line",
  "regels",
  "Alle regels in declaraties",
  "Berichten 323 over zorg in deze maanden. Elke regel is één mens, één product, één maand.",
);
const standingLines = onDay(
  "standing_line",
  "regels",
  "Zonder declaraties die in hun geheel zijn geweigerd",
  "De gemeente stuurde bericht 325 terug: de hele declaratie klopt niet.",
);
const answeredLines = onDay(
  "answered_line",
  "regels",
  "Met een antwoord van de gemeente",
  "Een antwoord is bericht 325. Wat nog geen antwoord heeft, telt nog niet mee.",
);
const grantedLines = onDay(
  "granted_line",
  "regels",
  "Zonder regels die zijn afgekeurd",
  "Bericht 325 noemt alleen wat is afgekeurd. De rest is toegekend.",
);
const grantedCare = [claimedLines, standingLines, answeredLines, grantedLines];

const endedHelp = onDay(
  "ended_hulp",
  "keer hulp",
  "Alle hulp die eindigde",
  "Berichten 305 en 307, zonder wat later is ingetrokken of verbeterd.",
);
const endedTrajecten = onDay(
  "ended_traject",
  "trajecten",
  "Samengevoegd tot trajecten",
  "Dezelfde mens en dezelfde soort hulp, met minder dan 30 dagen ertussen, is één traject.",
);
const judgedTrajecten = onDay(
  "judged_traject",
  "trajecten",
  "Alleen met een reden die iets zegt",
  "Verhuizen, overlijden of een andere aanbieder zegt niet of hulp klaar was.",
);

const helpedPeople: readonly StepText[] = [
  running(
    "running_hulp",
    "keer hulp",
    "Alle hulp die liep",
    "Berichten 305 en 307: het begin viel voor het einde van deze periode.",
  ),
  {
    title: "Met zorg waarvan alleen een declaratie kwam",
    why: "Soms komt er geen startbericht. Daarom telt ook elke toegekende regel.",
    noun: "keer hulp",
    step: {sql: stepSql("helped_in_period"), placing: "named"},
  },
];

/** What the gemeente told of one kind of cost: the kind is a word of ours, so it may stand in the text. */
function toldCosts(soort: string): readonly StepText[] {
  const step = onDay(
    "told_cost",
    "bedragen",
    "Alle bedragen die de gemeente opgaf",
    "Uit overige_kosten: een bedrag per maand en taakveld, en per wijk als die bekend is.",
  );
  return [{...step, step: {...step.step, sql: step.step.sql.replace("$soort", soort)}}];
}

const byIndicator: Readonly<Record<string, readonly StepText[]>> = {
  kosten: grantedCare,
  "kosten-ingediend": [claimedLines, standingLines],
  "kosten-totaal/declaraties": grantedCare,
  ...Object.fromEntries(
    ["pgb", "taakgericht", "subsidie", "wijkteam", "participatiewet"].map((soort) => [
      `kosten-totaal/${soort}`,
      toldCosts(soort),
    ]),
  ),
  "kosten-per-client": [
    ...grantedCare,
    onDay(
      "granted_month",
      "maanden zorg",
      "Zonder wat later is teruggedraaid",
      "Een creditregel haalt een eerdere regel weg. Wat op nul uitkomt, telt niet mee.",
    ),
  ],
  "kosten-per-inwoner": grantedCare,
  afkeur: [
    claimedLines,
    standingLines,
    onDay(
      "answered_claim",
      "regels",
      "Zonder creditregels, met een antwoord",
      "Een credit is een verbetering, geen nieuwe declaratie.",
    ),
    onDay("refused_claim", "regels", "Hiervan afgekeurd", "De regels die bericht 325 noemt."),
  ],
  declaratievertraging: [
    claimedLines,
    standingLines,
    onDay("standing_claim", "regels", "Zonder creditregels", "Een credit is een verbetering, geen nieuwe declaratie."),
  ],
  clienten: helpedPeople,
  "clienten-per-1000": helpedPeople,
  instroom: [
    onDay(
      "begun_hulp",
      "keer hulp",
      "Alle hulp die begon",
      "Berichten 305, zonder wat later is ingetrokken of verbeterd.",
    ),
    onDay(
      "begun_traject",
      "trajecten",
      "Samengevoegd tot trajecten",
      "Dezelfde mens en dezelfde soort hulp, met minder dan 30 dagen ertussen, is één traject.",
    ),
  ],
  uitstroom: [endedHelp, endedTrajecten],
  stand: [
    {
      ...running(
        "running_hulp",
        "keer hulp",
        "Alle hulp die liep op de laatste dag",
        "Berichten 305 en 307, zonder wat is ingetrokken.",
      ),
      step: {sql: stepSql("running_hulp"), placing: "at-end"},
    },
    {
      ...running(
        "running_traject",
        "trajecten",
        "Samengevoegd tot trajecten",
        "Met minder dan 30 dagen ertussen is het één traject.",
      ),
      step: {sql: stepSql("running_traject"), placing: "at-end"},
    },
  ],
  doorlooptijd: [endedHelp, endedTrajecten],
  uitval: [endedHelp, endedTrajecten, judgedTrajecten],
  "herhaald-beroep": [
    endedHelp,
    endedTrajecten,
    judgedTrajecten,
    onDay("year_passed", "trajecten", "Alleen als er een jaar voorbij is", "Pas dan weten wij of iemand terugkwam."),
  ],
  "wachttijd/tot-start": [
    onDay(
      "begun_with_start",
      "toewijzingen",
      "Alle toewijzingen waarvan de hulp begon",
      "De eerste start telt. Een nieuwe start na een pauze niet.",
    ),
    onDay(
      "begun_on_time",
      "toewijzingen",
      "Alleen wat vooraf is toegewezen, met een startbericht",
      "Wie hulp kreeg met terugwerkende kracht, heeft niet gewacht op de toewijzing.",
    ),
  ],
  "wachttijd/tot-toewijzing": [
    onDay(
      "assigned",
      "toewijzingen",
      "Alle toewijzingen",
      "Berichten 301: de eerste keer dat de hulp werd toegewezen.",
    ),
    onDay(
      "assigned_on_request",
      "toewijzingen",
      "Alleen wat een aanbieder vroeg",
      "Daarvoor is er een bericht 315. Anders weten wij de dag van de vraag niet.",
    ),
  ],
  verzilvering: [
    running(
      "valid_toewijzing",
      "toewijzingen",
      "Alle toewijzingen die golden",
      "Berichten 301, zonder wat is ingetrokken.",
    ),
    running(
      "valid_with_volume",
      "toewijzingen",
      "Alleen met een omvang",
      "Zonder omvang weten wij niet hoeveel hulp is toegewezen.",
    ),
  ],
};
