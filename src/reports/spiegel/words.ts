import type {Verdict} from "../../analysis/peers/chance.ts";
import type {Comparison, Way} from "../../analysis/peers/compare.ts";
import {formatNumber, formatPercent} from "../format.ts";

/** How a figure stands to what was expected, never as good or bad: of many nobody can say which way is better. */
export function verdictWords(verdict: Verdict, {way}: Pick<Comparison, "way">): string {
  const than = way === null ? "dan de andere" : "dan verwacht";
  switch (verdict) {
    case "hoger":
      return `hoger ${than}`;
    case "lager":
      return `lager ${than}`;
    case "misschien hoger":
      return "hoger, kan toeval zijn";
    case "misschien lager":
      return "lager, kan toeval zijn";
    case "als verwacht":
      return way === null ? "als de andere" : "als verwacht";
  }
}

/** How it is found what is to be expected, in a few lines for who does not count. */
export function wayLines(way: Way | null): readonly string[] {
  if (way === null) return ["Dit cijfer staat er zoals het is geteld. Wij corrigeren het nergens voor."];
  switch (way.by) {
    case "behoefte":
      return needLines(way);
    case "soort hulp":
      return [
        "Verwacht is: hoe vaak het zou gebeuren als elke soort hulp hier ging zoals in de hele gemeente.",
        "Wie vooral zware hulp geeft, wordt zo niet vergeleken met wie vooral lichte hulp geeft.",
      ];
    case "jeugd in de wijk":
      return [
        "Verwacht is: het deel van de kinderen in de wijk dat bij deze praktijk hoort, als alle praktijken in een wijk even groot zijn.",
        "Hoeveel patiënten een praktijk echt heeft, weten wij niet.",
      ];
  }
}

function needLines({model, income}: Extract<Way, {by: "behoefte"}>): string[] {
  const money = income === "pct_laag_inkomen" ? "een laag inkomen" : "een inkomen rond het sociaal minimum";
  const times = model.times(5, 10);
  const lines = [
    times === null || income === null
      ? "Verwacht is: hoeveel mensen hulp zouden hebben als elke leeftijd hier evenveel hulp had als in de hele gemeente."
      : `Verwacht is: hoeveel mensen hulp zouden hebben bij deze leeftijden, en bij zo veel huishoudens met ${money}.`,
  ];
  if (times !== null && income !== null) {
    lines.push(
      `Waar 10 in plaats van 5 van de 100 huishoudens ${money} hebben, krijgt ${formatPercent(Math.abs(times - 1), 0)} ${times >= 1 ? "meer" : "minder"} mensen hulp.`,
    );
  }
  const {explained} = model;
  if (explained === null) {
    lines.push("Er zijn te weinig buurten met een getal om te zeggen hoeveel dit verklaart.");
    return lines;
  }
  const share = (part: number) => formatNumber(Math.round(part * 100));
  lines.push(
    `Van het verschil tussen buurten hangt ${share(explained.age)} van de 100 samen met leeftijd en ${share(explained.income)} met inkomen. ${share(explained.chance)} kan toeval zijn. De rest weten wij niet.`,
  );
  if (explained.age + explained.income < 0.25) {
    lines.push("Behoefte verklaart hier dus weinig. Wie verwijst en wat er is, telt zwaarder.");
  }
  lines.push("Een plek telt niet mee in wat wij van haar zelf verwachten.");
  return lines;
}
