import {expect, test} from "vitest";
import {UserError} from "../../errors.ts";
import {Jobs} from "./jobs.ts";

const now = () => new Date("2026-11-27T08:00:00Z");

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return {open, opened};
}

test("one job runs at a time, in the order they came", async () => {
  const jobs = new Jobs(() => undefined, now);
  const first = gate();
  const log: string[] = [];
  const one = jobs.add("een", async (onProgress) => {
    log.push("een begint");
    onProgress({files: 1, totalFiles: 2, bytes: 3, seconds: 4});
    await first.opened;
    log.push("een klaar");
    return 1;
  });
  const two = jobs.add("twee", async () => {
    log.push("twee");
    return 2;
  });
  await Promise.resolve();
  await Promise.resolve();
  expect(jobs.running).toMatchObject({name: "een", state: "loopt", progress: {files: 1}});
  expect(jobs.waiting.map(({name, state}) => [name, state])).toEqual([["twee", "wacht"]]);
  first.open();
  expect(await Promise.all([one.done, two.done])).toEqual([1, 2]);
  expect(log).toEqual(["een begint", "een klaar", "twee"]);
  expect([one.job.state, two.job.state, jobs.running]).toEqual(["klaar", "klaar", null]);
});

test("a job that fails tells why, and the next one goes on", async () => {
  const reported: unknown[] = [];
  const jobs = new Jobs((error) => reported.push(error), now);
  const theirs = jobs.add("a", () => Promise.reject(new UserError("De schijf is vol.")));
  const ours = jobs.add("b", () => Promise.reject(new Error("geheim")));
  const fine = jobs.add("c", async () => 3);
  await expect(theirs.done).rejects.toThrow();
  await expect(ours.done).rejects.toThrow();
  expect(await fine.done).toBe(3);
  expect(theirs.job.problem).toBe("De schijf is vol.");
  expect(ours.job.problem).toMatch(/^Er ging iets mis in Wijkbalans\./);
  expect(reported).toHaveLength(1);
});

test("a queue that closes ends what runs and begins nothing more", async () => {
  const jobs = new Jobs(() => undefined, now);
  const running = gate();
  const one = jobs.add("een", () => running.opened);
  const two = jobs.add("twee", async () => "gedaan");
  two.done.catch(() => undefined);
  await Promise.resolve();
  await Promise.resolve();
  const closed = jobs.close();
  running.open();
  await closed;
  expect(one.job.state).toBe("klaar");
  await expect(two.done).rejects.toThrow("Wijkbalans stopt.");
});

test("who waits until it is idle hears so after the last job, also when that goes wrong", async () => {
  const jobs = new Jobs(() => undefined, now);
  const log: string[] = [];
  const idle = jobs.nextIdle().then(() => log.push("rust"));
  const one = jobs.add("een", async () => log.push("een"));
  const two = jobs.add("twee", async () => {
    log.push("twee");
    throw new UserError("Mis.");
  });
  await Promise.allSettled([one.done, two.done, idle]);
  expect(log).toEqual(["een", "twee", "rust"]);
});
