import type {Command} from "./command.ts";
import {sharedOptions, wait} from "./options.ts";

const {quiet} = sharedOptions;

/** The commands of the servers that requests are kept on. */
export const engineCommands: readonly Command[] = [
  {
    name: "engine setup",
    group: "the servers that requests are kept on",
    purpose: "make the tables on the servers, or bring them up to date, and fix the rules that all machines share",
    words: "",
    options: [{flags: "--dry-run", help: "print the statements and run none"}, quiet],
    examples: ["broadsheet engine setup --dry-run", "broadsheet engine setup"],
    load: async () => (await import("./workspace/engine-setup.ts")).runEngineSetup,
  },
  {
    name: "engine move",
    purpose: "take what was read from the workspace's files to the servers that it names, or back",
    words: "",
    options: [{flags: "--to <engine>", help: "clickhouse or duckdb", values: ["clickhouse", "duckdb"]}, wait, quiet],
    examples: ["broadsheet engine move --to clickhouse", "broadsheet engine move --to duckdb"],
    load: async () => (await import("./workspace/engine-move.ts")).runEngineMove,
  },
];
