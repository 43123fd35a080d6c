import {tableIds} from "../base/table-ids.ts";
import type {Option} from "./command.ts";

const languageNames = ["en", "es", "fr", "de", "zh", "ar"];

/** Options that commands of several parts have. */
export const sharedOptions = {
  quiet: {flags: "-q, --quiet", help: "say nothing but errors"},
  compare: {
    flags: "--compare <period>",
    help: "set the months beside others: year-ago, previous, a period of as many months, or none",
    values: ["year-ago", "previous", "none"],
  },
  tables: {
    flags: "--tables <names>",
    help: "tables under the main one: all, none, or names with commas",
    values: ["all", "none", ...tableIds],
    mayBeSeveral: true,
  },
  language: {
    flags: "--language <language>",
    help: "what the report is written in: en, es, fr, de, zh or ar",
    values: languageNames,
  },
  pagesLanguage: {
    flags: "--language <language>",
    help: "what its pages are written in: en, es, fr, de, zh or ar",
    values: languageNames,
  },
  noRanges: {flags: "--no-ranges", help: "do not work out how far each figure would move"},
  fromFacts: {flags: "--workspace", help: "count again from the facts of the workspace"},
  fromLogs: {flags: "--from-logs <folder>", help: "count again from logs alone, by the rules that the edition has"},
  textOrJson: {flags: "-f, --format <name>", help: "text or json", default: "text", values: ["text", "json"]},
} satisfies Readonly<Record<string, Option>>;

/** The ranges of figures, where they are not worked out unasked. */
export const ranges: Option = {
  flags: "--ranges",
  help: "say how far each figure would move if a rule were done otherwise",
};

/** Rules that are done otherwise. */
export const otherwise: Option = {
  flags: "--with <alternative>",
  help: "do a rule otherwise, such as heavy-readers-in; may be given several times",
  isList: true,
};

/** Another methodology than the workspace's. */
export const methodologyOption: Option = {
  flags: "--methodology <name>",
  help: "judge by central-task, counter-5.1, wikimedia or goaccess",
  values: ["central-task", "counter-5.1", "wikimedia", "goaccess"],
};

/** One of several sites. */
export const site: Option = {
  flags: "--site <name>",
  help: "only this site: as broadsheet.yaml names it, or a host that the logs name",
};

/** What holds for every report made from logs. */
export const notes: Option = {flags: "--notes", help: "print the standing notes in full"};

/** How long another is waited for that holds the workspace. */
export const wait: Option = {
  flags: "--wait <seconds>",
  help: "how long to wait where another ingest is at work",
  default: "3600",
};
