#!/usr/bin/env node
import {homedir} from "node:os";
import {cacheFolder} from "./cache-folder.js";
import {nodeFault} from "./node-version.js";

const fault = nodeFault(process.versions.node, import.meta.url);
if (fault) {
  console.error(fault);
  process.exitCode = 3;
} else {
  const cache = cacheFolder(process.env, homedir(), process.getuid?.());
  if (cache) (await import("node:module")).enableCompileCache?.(cache);
  const entry = import.meta.url.includes("/node_modules/") ? "../dist/cli/main.js" : "../src/cli/main.ts";
  process.exitCode = await (await import(entry)).main(process);
}
