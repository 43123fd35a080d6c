import {globSync, readFileSync} from "node:fs";
import {availableParallelism} from "node:os";
import {defineConfig} from "vitest/config";

/** What `npm test` takes a part of: whatever asks how much that is. */
const alsoHere = globSync("test/**/*.test.ts").filter((file) => readFileSync(file, "utf8").includes("/run/amounts.ts"));

/**
 * The tests that take minutes: left out of `npm test`, run by `npm run test:long`, a file on each core. `npm run test:nightly` takes as many
 * rounds of them as a night has room for.
 */
export default defineConfig(({mode}) => {
  // Of this process, so that what it starts and what prints the seed know it, too.
  if (mode === "nightly") process.env["BROADSHEET_LONG"] = "nightly";
  return {
    test: {
      include: ["test/long/**/*.test.ts", ...alsoHere],
      globalSetup: ["test/long/tell-seed.ts", "test/run/folder-in-memory.ts", "test/run/keep-what-is-read.ts"],
      reporters: ["default", "./test/run/slowest-files.ts"],
      env: {BROADSHEET_TESTS: "all"},
      setupFiles: ["test/run/one-seed.ts"],
      maxWorkers: availableParallelism(),
      // Only to end what hangs: no test fails for being slow.
      testTimeout: 1_200_000,
      hookTimeout: 300_000,
      passWithNoTests: true,
    },
  };
});
