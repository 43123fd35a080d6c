import {availableParallelism} from "node:os";
import {defineConfig} from "vitest/config";
import LongestFirst from "./test/run/longest-first.ts";

/** `npm test`, and any file of it alone: `npx vitest run test/docs`. */
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/long/**"],
    // Loading the sources takes longer than most files' tests: files share a process, one a core.
    pool: "forks",
    isolate: false,
    // Most of what tests make is thrown away at once: the collector need not look through the sources each time.
    execArgv: ["--initial-old-space-size=600", "--min-semi-space-size=32", "--max-semi-space-size=64"],
    maxWorkers: availableParallelism(),
    // Node takes the types off by itself, as where the program runs unbuilt; each name from another file is a name, not a call.
    experimental: {viteModuleRunner: false, nodeLoader: false},
    sequence: {sequencer: LongestFirst},
    // Far from UTC and not on the hour, so that no day comes out right by luck.
    env: {TZ: "Asia/Kathmandu", LC_ALL: "C"},
    setupFiles: ["test/run/one-thread.ts", "test/run/one-seed.ts"],
    globalSetup: ["test/run/folder-in-memory.ts", "test/run/keep-what-is-read.ts"],
    reporters: ["default", "./test/run/slowest-files.ts"],
    // Only to end what hangs: no test fails for being slow.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
