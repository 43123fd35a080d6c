import {defineConfig} from "vitest/config";

/** The tests that want ClickHouse: left out of `npm test`, run by `npm run test:engines`, one file after the other. */
export default defineConfig({
  test: {include: ["test/engines/*.engines.ts"], fileParallelism: false, testTimeout: 300_000, hookTimeout: 120_000},
});
