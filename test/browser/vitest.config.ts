import {defineConfig} from "vitest/config";

/** The tests that want a browser: left out of `npm test`, run by `npm run test:browser`. */
export default defineConfig({test: {include: ["test/browser/*.browser.ts"]}});
