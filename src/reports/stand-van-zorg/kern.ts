import {formatDays, formatEurosRounded, formatNumber} from "../format.ts";
import type {Kpis} from "./kpis.ts";

/** The page in two or three sentences, made of its figures. */
export function kernOf(kpis: Kpis): string {
  return [moneyAndPeople(kpis), waiting(kpis), result(kpis)].filter((sentence) => sentence !== "").join(" ");
}

function moneyAndPeople({money, people}: Kpis): string {
  if (money.figure.missing === "verborgen" || people.figure.missing === "verborgen") {
    return "Deze groep tonen wij niet: minder dan 10 mensen kregen hulp, of zo’n aantal zou eruit volgen.";
  }
  if (money.figure.value === 0 && people.figure.value === 0) return "In deze keuze kreeg niemand hulp.";
  if (money.change === null || people.change === null) {
    if (money.figure.value === null || people.figure.value === null) return "";
    return `De hulp kostte ${formatEurosRounded(money.figure.value)} voor ${formatNumber(people.figure.value)} mensen.`;
  }
  const costs = money.change.direction;
  const clients = people.change.direction;
  if (costs === "meer" && clients === "meer") {
    const faster = money.change.amount > people.change.amount + 0.005;
    return faster
      ? "De kosten stijgen harder dan het aantal mensen."
      : "De kosten stijgen, en er krijgen meer mensen hulp.";
  }
  if (costs === "meer" && clients === "gelijk") return "De kosten stijgen, het aantal mensen blijft gelijk.";
  if (costs === "meer") return "De kosten stijgen, terwijl minder mensen hulp krijgen.";
  if (costs === "gelijk" && clients === "gelijk") return "De kosten en het aantal mensen zijn gelijk aan vorig jaar.";
  if (costs === "gelijk") return `De kosten blijven gelijk, ${clients} mensen krijgen hulp.`;
  if (clients === "minder") return "De kosten dalen, en er krijgen minder mensen hulp.";
  return `De kosten dalen, ${clients === "meer" ? "terwijl meer mensen hulp krijgen" : "het aantal mensen blijft gelijk"}.`;
}

function waiting({waiting: kpi}: Kpis): string {
  if (kpi.figure.value === null) return "";
  if (kpi.change === null) return `De helft wacht langer dan ${formatDays(kpi.figure.value)} op de start.`;
  if (kpi.change.direction === "gelijk") return "Mensen wachten even lang op hulp als vorig jaar.";
  const days = formatDays(Math.abs(kpi.change.amount));
  return `Mensen wachten ${days} ${kpi.change.direction === "meer" ? "langer" : "korter"} op hulp.`;
}

function result({early, returning}: Kpis): string {
  if (early.verdict === "onbekend" && returning.verdict === "onbekend") return "";
  const changed = [
    changeWords("Hulp stopt", early.verdict, "te vroeg"),
    changeWords("Mensen komen", returning.verdict, "terug"),
  ].filter((words) => words !== "");
  if (changed.length === 0) return "Of de hulp beter of slechter werkt, is nog niet te zeggen.";
  return `${changed.join(" ")} Dat is meer dan toeval.`;
}

function changeWords(subject: string, verdict: Kpis["early"]["verdict"], rest: string): string {
  if (verdict === "meer") return `${subject} vaker ${rest}.`;
  return verdict === "minder" ? `${subject} minder vaak ${rest}.` : "";
}
