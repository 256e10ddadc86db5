import {defineConfig} from "vitest/config";

// These keep nothing outside the database or the folder they open, so their files share a process, and with it a
// PostgreSQL, which takes seconds to start. Those below test/ start programs and a browser, each file by itself.
const near = "src/**/*.test.{ts,tsx}";
const whole = "test/**/*.test.{ts,tsx}";

// A limit of time is there for what hangs. What needs more than a fifth of it on a quiet machine has a limit of its own.
const timeout = 300_000;

// Two cores, and the DuckDB, PGlite and browser tests are heavy: two files at a time is fastest.
export default defineConfig({
  test: {
    maxWorkers: 2,
    testTimeout: timeout,
    hookTimeout: timeout,
    globalSetup: ["scripts/build-for-tests.js"],
    setupFiles: ["test/setup.ts"],
    projects: [
      {extends: true, test: {name: "near", include: [near], isolate: false}},
      {extends: true, test: {name: "whole", include: [whole]}},
    ],
  },
  oxc: {jsx: {runtime: "automatic", importSource: "hono/jsx"}},
});
