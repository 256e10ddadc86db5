import {expect, test} from "vitest";
import {keepWarm, type Open, warmUp} from "./warm.ts";

test("the first page is made first, each split of it, and a row as who sees that alone", async () => {
  const opened: string[] = [];
  const partly: string[] = [];
  const table =
    '<h2 id="verdeling-kop">x</h2><tbody><tr><th><a href="/cijfers/stand-van-zorg?gebied=WK1&amp;op=2026-10-31">West</a></th></tr></tbody>';
  const open: Open = async (path, within) => {
    if (within === undefined) opened.push(path);
    else partly.push(`${path} ${JSON.stringify(within)}`);
    return path === "/cijfers/stand-van-zorg" ? table : "";
  };
  await warmUp(open, new AbortController().signal);
  expect(opened[0]).toBe("/cijfers/stand-van-zorg");
  expect(opened).toContain("/cijfers/stand-van-zorg?per=aanbieder");
  expect(opened.slice(-3)).toEqual([
    "/cijfers/stand-van-zorg?gebied=WK1&op=2026-10-31",
    "/cijfers/wijkprofiel/WK1",
    "/over-de-gegevens/val-ons-aan",
  ]);
  expect(partly).toEqual([
    '/cijfers/stand-van-zorg [{"dimension":"wijk","values":["WK1"]}]',
    '/over-de-gegevens/catalogus [{"dimension":"wijk","values":["WK1"]}]',
  ]);
});

test("warming stops when the server does", async () => {
  const controller = new AbortController();
  const opened: string[] = [];
  await warmUp(async (path) => {
    opened.push(path);
    controller.abort();
    return "";
  }, controller.signal);
  expect(opened).toHaveLength(1);
});

test("what came in makes them again, also while they were being made", async () => {
  const controller = new AbortController();
  const idle: (() => void)[] = [];
  let rounds = 0;
  const open = async (path: string) => {
    if (path !== "/cijfers/stand-van-zorg") return "";
    rounds++;
    // Comes in during the first round; the second ends it.
    if (rounds === 1) idle[0]!();
    else controller.abort();
    return "";
  };
  await keepWarm(open, () => new Promise((resolve) => idle.push(resolve)), controller.signal);
  expect([rounds, idle.length]).toEqual([2, 2]);
});
