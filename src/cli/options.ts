import type {Option} from "./command.ts";

/** Options that commands of several parts have. */
export const sharedOptions = {
  quiet: {flags: "-q, --quiet", help: "say nothing but errors"},
  compare: {
    flags: "--compare <period>",
    help: "set the months beside others: year-ago, previous, a period of as many months, or none",
  },
  tables: {flags: "--tables <names>", help: "tables under the main one: all, none, or names with commas"},
  language: {
    flags: "--language <language>",
    help: "what the report is written in: en, es, fr, de, zh or ar",
  },
  noRanges: {flags: "--no-ranges", help: "do not work out how far each figure would move"},
  textOrJson: {flags: "-f, --format <name>", help: "text or json", default: "text"},
} satisfies Readonly<Record<string, Option>>;
