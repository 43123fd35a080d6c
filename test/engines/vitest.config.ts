import {defineConfig} from "vitest/config";

/** The tests that want ClickHouse: left out of `npm test`, run by `npm run test:engines`, one file after the other. */
export default defineConfig({
  test: {
    include: ["test/engines/*.engines.ts"],
    fileParallelism: false,
    // Only to end what hangs: no test fails for being slow.
    testTimeout: 900_000,
    hookTimeout: 600_000,
  },
});
