import type {Command, Option} from "./command.ts";

const quiet: Option = {flags: "-q, --quiet", help: "say nothing but errors"};
const logFormat: Option = {
  flags: "--log-format <format>",
  help: "how the lines are written: a name from broadsheet formats, or the server's LogFormat or log_format string",
};
const format: Option = {
  flags: "-f, --format <name>",
  help: "text, markdown, html, csv or json; may be given several times",
  isList: true,
};
const output: Option = {
  flags: "-o, --output <file>",
  help: "where the format before it goes; without --format its ending tells",
  isList: true,
};
const date: Option = {flags: "--date <day>", help: "the report's date, YYYY-MM-DD; else the last day the logs cover"};
const notes: Option = {flags: "--notes", help: "print the standing notes in full"};
const textOrJson: Option = {flags: "-f, --format <name>", help: "text or json", default: "text"};

/** Every command. A new one is one file and one row here. */
export const commands: readonly Command[] = [
  {
    name: "quick",
    purpose: "a report of whatever the files cover, without any set-up",
    words: "<files...>",
    options: [
      format,
      output,
      {flags: "--period <period>", help: "only these months; else all that the files cover"},
      {flags: "--time-zone <zone>", help: "where days and months are cut", default: "UTC"},
      {flags: "--publication <name>", help: "whose logs they are", default: "Server logs"},
      logFormat,
      date,
      quiet,
    ],
    examples: ["broadsheet quick access.log*.gz", "broadsheet quick access.log -f html -o report.html"],
    load: async () => (await import("./quick.ts")).runQuick,
  },
  {
    name: "init",
    purpose: "make a workspace: broadsheet.yaml, folders and a key",
    words: "[folder]",
    options: [
      {flags: "--publication <name>", help: "the publication's name, as the report prints it"},
      {flags: "--time-zone <zone>", help: "where days and months are cut"},
      {flags: "-y, --yes", help: "ask nothing, take what is given and the defaults"},
      quiet,
    ],
    examples: [
      "broadsheet init press",
      'broadsheet init press --publication "The Example Press" --time-zone Europe/Paris',
    ],
    load: async () => (await import("./init.ts")).runInit,
  },
  {
    name: "ingest",
    purpose: "read logs into the workspace, each line once",
    words: "[files...]",
    options: [
      logFormat,
      {flags: "--wait <seconds>", help: "how long to wait where another ingest is at work", default: "3600"},
      quiet,
    ],
    examples: [
      "broadsheet ingest",
      "broadsheet ingest /var/log/nginx/access.log*",
      "ssh www zcat access.log.gz | broadsheet ingest -",
    ],
    load: async () => (await import("./ingest.ts")).runIngest,
  },
  {
    name: "report",
    purpose: "the report of a period",
    words: "<period>",
    options: [format, output, date, notes, quiet],
    examples: [
      "broadsheet report 2005-H2",
      "broadsheet report 2005-H2 --format html -o report.html --format json -o report.json",
    ],
    load: async () => (await import("./report.ts")).runReport,
  },
  {
    name: "account",
    purpose: "where every request of a period went",
    words: "<period>",
    options: [textOrJson, quiet],
    examples: ["broadsheet account 2005-H2", "broadsheet account 2005-07 --format json"],
    load: async () => (await import("./account.ts")).runAccount,
  },
  {
    name: "quarantine",
    purpose: "the lines that could not be read, with file, line and reason",
    words: "",
    options: [textOrJson],
    examples: ["broadsheet quarantine", "broadsheet quarantine --format json"],
    load: async () => (await import("./quarantine.ts")).runQuarantine,
  },
  {
    name: "formats",
    purpose: "the log formats that are known by name",
    words: "",
    options: [textOrJson],
    examples: ["broadsheet formats"],
    load: async () => (await import("./formats.ts")).runFormats,
  },
];
