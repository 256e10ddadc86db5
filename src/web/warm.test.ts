import {expect, test} from "vitest";
import {warmUp} from "./warm.ts";

test("the first page is made first, and each split of it", async () => {
  const opened: string[] = [];
  await warmUp(async (path) => opened.push(path), new AbortController().signal);
  expect(opened[0]).toBe("/cijfers/stand-van-zorg");
  expect(opened).toContain("/cijfers/stand-van-zorg?per=aanbieder");
});

test("warming stops when the server does", async () => {
  const controller = new AbortController();
  const opened: string[] = [];
  await warmUp(async (path) => {
    opened.push(path);
    controller.abort();
  }, controller.signal);
  expect(opened).toHaveLength(1);
});
