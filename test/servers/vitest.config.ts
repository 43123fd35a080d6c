import {defineConfig} from "vitest/config";

/** The tests that want web servers: left out of `npm test`, run by `npm run test:servers`, one file after the other. */
export default defineConfig({
  test: {include: ["test/servers/*.servers.ts"], fileParallelism: false, testTimeout: 120_000, hookTimeout: 120_000},
});
