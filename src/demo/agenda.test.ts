import {expect, test} from "vitest";
import {createAgenda} from "./agenda.ts";

test("what is planned happens on its day, in the order of planning, also when planned on that day", () => {
  const agenda = createAgenda(10, 12);
  const happened: string[] = [];
  agenda.plan(11, () => {
    happened.push(`first on ${agenda.today}`);
    agenda.plan(11, () => happened.push("third"));
  });
  agenda.plan(11, () => happened.push("second"));
  agenda.plan(13, () => happened.push("after the last day"));
  for (const day of [10, 11, 12]) agenda.live(day);
  expect(happened).toEqual(["first on 11", "second", "third"]);
});

test("what is planned for a day that has passed happens today", () => {
  const agenda = createAgenda(10, 12);
  let day = 0;
  agenda.plan(12, () => {
    agenda.plan(3, () => {
      day = agenda.today;
    });
  });
  agenda.live(12);
  expect(day).toBe(12);
});
