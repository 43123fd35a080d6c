import type {Command} from "./command.ts";
import {sharedOptions, wait} from "./options.ts";

const {quiet} = sharedOptions;

/** The commands that keep a workspace from being lost. */
export const backupCommands: readonly Command[] = [
  {
    name: "backup",
    purpose: "one file of all that the workspace needs: settings, lists, books, what was read and published",
    words: "<file>",
    options: [
      {flags: "--with-key", help: "with the keys and all addresses of readers; for a file that is kept sealed"},
      {flags: "--check", help: "look at a backup that is there, and write nothing"},
      wait,
      quiet,
    ],
    examples: [
      "broadsheet backup /backup/press-2006-01-31.tar.zst",
      "broadsheet backup --check press-2006-01-31.tar.zst",
    ],
    load: async () => (await import("./workspace/backup.ts")).runBackup,
  },
  {
    name: "restore",
    purpose: "a workspace from its backup, into a folder that is new or empty",
    words: "<file>",
    options: [
      {flags: "--workspace <folder>", help: "where to; else a folder called like the file"},
      {flags: "--check", help: "look at the backup, and restore nothing"},
      quiet,
    ],
    examples: ["broadsheet restore press-2006-01-31.tar.zst --workspace press"],
    load: async () => (await import("./workspace/restore.ts")).runRestore,
  },
];
