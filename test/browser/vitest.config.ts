import {availableParallelism} from "node:os";
import {defineConfig} from "vitest/config";

/** The tests that want a browser: left out of `npm test`, run by `npm run test:browser`, as many files at a time as there are cores. */
export default defineConfig({
  test: {
    include: ["test/browser/*.browser.ts"],
    globalSetup: ["test/run/folder-in-memory.ts", "test/browser/nu/checker.ts"],
    maxWorkers: availableParallelism(),
    // Only to end what hangs: no test fails for being slow.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
