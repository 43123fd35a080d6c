#!/usr/bin/env node
(await import("node:module")).enableCompileCache?.();
const entry = import.meta.url.includes("/node_modules/") ? "../dist/cli/main.js" : "../src/cli/main.ts";
process.exitCode = await (await import(entry)).main(process);
