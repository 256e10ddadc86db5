import {unitKinds} from "../../analysis/peers/compare.ts";
import {kindsFor} from "../../analysis/peers/others.ts";
import {compareDutch, formatSpan} from "../format.ts";
import {type Field, knownOnField, type QuestionLine, type Word, wetField, wetWords} from "../question-line.ts";
import type {Sources} from "../sources.ts";
import type {SpiegelAsked} from "./asked.ts";
import {capital, comparableWith, kindWords} from "./choices.ts";
import {spiegelPath} from "./paths.ts";

/** What the page shows in a sentence, and the form that changes it. */
export function questionOf(sources: Sources, asked: SpiegelAsked): QuestionLine {
  const {choice, view} = asked;
  const {names, place} = sources;
  const word = (text: string, isChoice = false): Word => ({text, isChoice});
  const chosen = choice.unit === null ? `alle ${kindWords[choice.kind].many}` : names.nameOf(choice.kind, choice.unit);
  const field = (name: string, label: string, options: Field["options"]): Field => ({name, label, options});
  return {
    words: [
      word("U ziet "),
      word(choice.indicator.name, true),
      word(" van "),
      word(chosen, true),
      ...(choice.unit === null ? [] : [word(` naast andere ${kindWords[choice.kind].many}`)]),
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
        {value: "", label: `Alle ${kindWords[choice.kind].many}`, isChosen: choice.unit === null},
        ...names
          .codesOf(choice.kind)
          .toSorted((a, b) => compareDutch(names.nameOf(choice.kind, a), names.nameOf(choice.kind, b)))
          .map((code) => ({value: code, label: names.nameOf(choice.kind, code), isChosen: code === choice.unit})),
      ]),
      wetField(view),
      knownOnField(view, place),
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
