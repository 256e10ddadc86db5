import type {SignalRule} from "../../analysis/signals/signal.ts";
import type {Indicator} from "../../indicators/indicator.ts";

/** The first question to ask when a figure stands out, by the rule that found it and what the figure is about. */
export function firstQuestion(rule: SignalRule, {dimension, unit}: Indicator): string {
  if (rule === "plafond") return "Komen er meer mensen, of krijgen mensen meer of duurdere hulp?";
  if (rule === "norm") return "Wat veranderde er sinds deze grens is gekozen?";
  return (rule === "trendbreuk" ? changed : apart)[unit === "cent" ? "inkoop" : dimension];
}

const changed: Readonly<Record<Indicator["dimension"], string>> = {
  inrichting: "Welk besluit of beleid ging in dit jaar in?",
  professional: "Wat doet u anders dan een jaar geleden?",
  "cliënt en kwaliteit": "Wat merken mensen hiervan, en wat ging eraan vooraf?",
  organisatie: "Veranderde het werk, of hoe het wordt vastgelegd?",
  inkoop: "Veranderde het contract, de prijs of het aanbod?",
};

const apart: Readonly<Record<Indicator["dimension"], string>> = {
  inrichting: "Wat is hier anders geregeld dan elders?",
  professional: "Wat doen anderen anders bij dezelfde vraag?",
  "cliënt en kwaliteit": "Vragen de mensen hier iets anders, of is het aanbod anders?",
  organisatie: "Wordt het hier anders vastgelegd dan elders?",
  inkoop: "Is het aanbod of de prijs hier anders dan elders?",
};
