import {describe, expect, test} from "vitest";
import {isIndicator} from "../../indicators/catalogue.ts";
import {type AskedAbout, keyOfQuestion, nameOfQuestion, readQuestionName, wordsOfQuestion} from "./question-name.ts";
import {type Beside, countTopics, questionText, topics} from "./questions.ts";
import {sides} from "./side.ts";

const besides: readonly Beside[] = ["tijd", "behoefte", "hulp", "andere"];

/** Every question that there is. */
const all: readonly AskedAbout[] = [
  ...Object.keys(topics).flatMap((indicator) =>
    sides.flatMap((side) =>
      besides.map(
        (beside): AskedAbout => ({
          kind: "cijfer",
          indicator,
          side,
          beside,
          wet: "Jeugdwet",
          from: "2025-10",
          to: "2026-09",
        }),
      ),
    ),
  ),
  ...countTopics.map(({name}): AskedAbout => ({kind: "aantal", name, wet: null, from: "2026-01", to: "2026-09"})),
];

describe("the name of a question", () => {
  test("is read back as what it was, for every question", () => {
    for (const about of all) expect(readQuestionName(nameOfQuestion(about))).toEqual(about);
    expect(new Set(all.map(keyOfQuestion)).size).toBe(all.length);
  });

  test.each([
    "",
    "uitval.hoger.tijd",
    "uitval.hoger.tijd/alle/2026-13/2026-09",
    "uitval.hoger.tijd/Wlz/2026-01/2026-09",
    "uitval.hoger.tijd/alle/2026-01/2026-09/meer",
    "geluk.hoger.tijd/alle/2026-01/2026-09",
    "toString.hoger.tijd/alle/2026-01/2026-09",
    "uitval.beter.tijd/alle/2026-01/2026-09",
    "uitval.hoger.ooit/alle/2026-01/2026-09",
    "uitval.hoger.tijd.meer/alle/2026-01/2026-09",
  ])("'%s' is none", (name) => {
    expect(readQuestionName(name)).toBe(null);
  });
});

describe("every question of the card", () => {
  test("is about a figure of the catalogue", () => {
    for (const id of [...Object.keys(topics), ...countTopics.map(({indicator}) => indicator)]) {
      expect([id, isIndicator(id)]).toEqual([id, true]);
    }
  });

  test("is open, short, of the team itself, and blames nobody", () => {
    for (const about of all) {
      const words = wordsOfQuestion(about);
      expect(words).toMatch(/^(Wat|Wie|Welke|Bij wie|Waar|Wanneer) .*[^ ]\?$/);
      expect(words).not.toMatch(/waarom|fout|slecht|schuld|te weinig|te veel|moeten|significant/i);
      expect([words, words.split(" ").length]).toEqual([words, expect.toSatisfy((count: number) => count <= 21)]);
    }
  });

  test("says beside what a figure is higher or lower", () => {
    expect(questionText(topics.uitval!, "hoger", "hulp")).toBe(
      "Wat maakt dat hulp bij ons vaker te vroeg stopt dan bij teams met dezelfde hulp?",
    );
    expect(questionText(topics.uitval!, "lager", "tijd")).toBe(
      "Wat doen wij, waardoor hulp minder vaak te vroeg stopt dan een jaar geleden?",
    );
  });
});
