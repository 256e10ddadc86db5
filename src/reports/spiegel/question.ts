import {fewestUnits} from "../../analysis/peers/chance.ts";
import {unitKinds} from "../../analysis/peers/compare.ts";
import {kindsFor} from "../../analysis/peers/others.ts";
import {compareDutch, formatSpan} from "../format.ts";
import {type Field, knownOnField, type QuestionLine, type Word, wetField, wetWords} from "../question-line.ts";
import type {Sources} from "../sources.ts";
import type {SpiegelAsked} from "./asked.ts";
import {capital, comparableWith, groupWords, kindWords} from "./choices.ts";
import {spiegelPath} from "./paths.ts";

/** What the page shows in a sentence, and the form that changes it. */
export function questionOf(sources: Sources, asked: SpiegelAsked): QuestionLine {
  const {choice, view} = asked;
  const {names, place} = sources;
  const word = (text: string, isChoice = false): Word => ({text, isChoice});
  const {kind, unit, group} = choice;
  const {many} = kindWords[kind];
  const all = group.length === 0 ? `alle ${many}` : groupWords(choice);
  const beside =
    group.length === 0 ? [word(` naast andere ${many}`)] : [word(" naast "), word(groupWords(choice), true)];
  const units = names
    .codesOf(kind)
    .map((code) => ({value: code, label: names.nameOf(kind, code)}))
    .sort((a, b) => compareDutch(a.label, b.label));
  const field = (name: string, label: string, options: Field["options"]): Field => ({name, label, options});
  return {
    words: [
      word("U ziet "),
      word(choice.indicator.name, true),
      word(" van "),
      word(unit === null ? all : names.nameOf(kind, unit), true),
      ...(unit === null ? [] : beside),
      word(", "),
      word(wetWords(view), true),
      word(", "),
      word(formatSpan(view.from, view.to), true),
    ],
    fields: [
      field(
        "per",
        "Vergelijk",
        kindsFor(sources.reader, unitKinds).map((kind) => ({
          value: kind,
          label: capital(kindWords[kind].many),
          isChosen: kind === choice.kind,
        })),
      ),
      field(
        "cijfer",
        "Cijfer",
        comparableWith(choice.kind, sources).map(({id, name}) => ({
          value: id,
          label: name,
          isChosen: id === choice.indicator.id,
        })),
      ),
      field("wie", "Wie", [
        {value: "", label: `Alle ${many}`, isChosen: unit === null},
        ...units.map((one) => ({...one, isChosen: one.value === unit})),
      ]),
      wetField(view),
      knownOnField(view, place),
      ...(units.length <= fewestUnits
        ? []
        : [
            {
              ...field(
                "met",
                "Naast wie",
                units.map((one) => ({...one, isChosen: group.includes(one.value)})),
              ),
              several: `Kiest u niemand, dan staan alle ${many} erbij. Kiest u zelf, kies er dan minstens ${fewestUnits}.`,
            },
          ]),
    ],
    carried: view.where
      .filter(({dimension}) => dimension !== "wet")
      .map(({dimension, value}) => ({
        name: dimension === "wijk" || dimension === "buurt" ? "gebied" : dimension,
        value,
      })),
    widenings: [],
    action: spiegelPath,
  };
}
