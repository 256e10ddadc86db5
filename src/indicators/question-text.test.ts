import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {UserError} from "../errors.ts";
import {dimensionNames, type Filter, periodGrains, type Question} from "./question.ts";
import {canonical, questionText, readQuestionText} from "./question-text.ts";

const question: Question = {
  indicator: "kosten",
  gemeenteCode: "GM9999",
  dimensions: ["wijk"],
  grain: "jaar",
  from: "2025-01",
  to: "2025-12",
  where: [{dimension: "wet", value: "Wmo"}],
  knownOn: "2026-01-31",
};

const text = "kosten?gemeente=GM9999&van=2025-01&tot=2025-12&per=wijk,jaar&wet=Wmo&op=2026-01-31";

const filters: fc.Arbitrary<Filter[]> = fc.array(
  fc.record({
    dimension: fc.constantFrom(...dimensionNames),
    value: fc.oneof(
      fc.constantFrom("Wmo", "WK1", "a&b=c", "50 %", "+", ",", "O'Hara", ""),
      fc.string({unit: "binary"}),
    ),
  }),
  {maxLength: 6},
);

const months = fc
  .tuple(fc.integer({min: 2010, max: 2035}), fc.integer({min: 1, max: 12}))
  .map(([year, month]) => `${year}-${String(month).padStart(2, "0")}`);

const questions: fc.Arbitrary<Question> = fc
  .record({
    indicator: fc.constantFrom("kosten", "clienten-per-1000", "7-dagen"),
    gemeenteCode: fc.constantFrom("GM9999", "GM0363"),
    dimensions: fc.shuffledSubarray([...dimensionNames]),
    grain: fc.constantFrom(...periodGrains),
    months: fc.tuple(months, months).map((two) => two.sort()),
    where: filters,
    knownOn: months.map((month) => `${month}-28`),
  })
  .map(({months: [from, to], ...rest}) => ({...rest, from: from!, to: to!}));

describe("the text of a question", () => {
  test("names all of it, with nothing left out as a default", () => {
    expect(questionText(question)).toBe(text);
    expect(readQuestionText(text)).toEqual(question);
  });

  test("gives back the same question, whatever stands in it", () => {
    fc.assert(
      fc.property(questions, (asked) => {
        const written = questionText(asked);
        expect(readQuestionText(written)).toEqual(canonical(asked));
        expect(questionText(readQuestionText(written))).toBe(written);
        expect(written).toMatch(/^[\x21-\x7e]+$/);
      }),
      {numRuns: 2000},
    );
  });

  test("is the same in whatever order filters and dimensions stand, and however often", () => {
    const shuffled = questions.chain((asked) =>
      fc.record({
        asked: fc.constant(asked),
        where: fc.shuffledSubarray([...asked.where, ...asked.where], {minLength: asked.where.length * 2}),
        dimensions: fc.shuffledSubarray([...asked.dimensions], {minLength: asked.dimensions.length}),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({asked, ...order}) => {
        expect(questionText({...asked, ...order})).toBe(questionText(asked));
        expect(canonical({...asked, ...order})).toEqual(canonical(asked));
      }),
    );
  });

  test("is another where the question is another", () => {
    fc.assert(
      fc.property(questions, questions, (one, other) => {
        const isSame = JSON.stringify(canonical(one)) === JSON.stringify(canonical(other));
        expect(questionText(one) === questionText(other)).toBe(isSame);
      }),
    );
  });

  test("does not tell which part of the gemeente its reader may see; the question in one way does", () => {
    const within: Filter[] = ["T2", "T1", "T2"].map((value) => ({dimension: "team", value}));
    expect(questionText({...question, within})).toBe(text);
    expect(canonical({...question, within}).within).toEqual([
      {dimension: "team", value: "T1"},
      {dimension: "team", value: "T2"},
    ]);
    expect(canonical({...question, within: []})).toEqual(canonical(question));
  });

  test("is read in another order and with other escapes too", () => {
    const rewritten = "kosten?op=2026-01-31&wet=%57mo&per=jaar%2Cwijk&tot=2025-12&van=2025-01&gemeente=GM9999";
    expect(readQuestionText(rewritten)).toEqual(question);
  });

  test.each([
    ["", "geen cijfer"],
    ["kosten", "geen cijfer"],
    ["Kosten per wijk?", "geen cijfer"],
    ["kosten?", "'van' staat er niet in"],
    [text.replace("&op=2026-01-31", ""), "'op' staat er niet in"],
    [text.replace("GM9999", ""), "'gemeente' staat er niet in"],
    [`${text}&van=2024-01`, "'van' staat er meer dan één keer in"],
    [`${text}&utm_source=mail`, "'utm_source' hoort er niet in"],
    [text.replace("2025-01", "januari"), "geen maand"],
    [text.replace("tot=2025-12", "tot=2024-12"), "'tot' ligt voor 'van'"],
    [text.replace("2026-01-31", "2026-02-31"), "geen datum"],
    [text.replace("wijk,jaar", "wijk"), "één periode"],
    [text.replace("wijk,jaar", "jaar,maand"), "één periode"],
    [text.replace("wijk,jaar", "dorp,jaar"), "één periode"],
    [`${"x\n".repeat(500)}?`, "geen cijfer"],
  ])("%j names none, and one line says why", (bad, why) => {
    expect(() => readQuestionText(bad)).toThrow(UserError);
    expect(() => readQuestionText(bad)).toThrow(why);
    expect(() => readQuestionText(bad)).toThrow(/^[^\n]{1,200}$/);
  });

  test("or is refused with one clear line, whatever it is", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({unit: "binary"}),
          fc.string().map((end) => `${text}${end}`),
        ),
        (any) => {
          try {
            expect(canonical(readQuestionText(any))).toEqual(readQuestionText(any));
          } catch (error) {
            expect(error).toBeInstanceOf(UserError);
          }
        },
      ),
    );
  });
});
