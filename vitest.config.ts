import {defineConfig} from "vitest/config";

// Two cores, and the DuckDB, PGlite and browser tests are heavy: two files at a time is fastest.
export default defineConfig({
  test: {
    include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}"],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    globalSetup: ["scripts/build-for-tests.js"],
    setupFiles: ["test/setup.ts"],
  },
  oxc: {jsx: {runtime: "automatic", importSource: "hono/jsx"}},
});
