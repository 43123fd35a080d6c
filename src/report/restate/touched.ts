import {ledgerMeasures, ledgerTables} from "../../measures/ledger/ledger-measures.ts";
import type {FigureGroup} from "./figures.ts";

/** Which figures can something move that they rest on? */
export interface Touched {
  readonly groups: readonly FigureGroup[];
  /**
   * Ids of measures and tables, with those whose id goes on after a colon. Left out: all of the groups.
   *
   * `only`: no other; `but`: all others.
   */
  readonly only?: readonly string[];
  readonly but?: readonly string[];
}

/** What comes of the logs. */
export const countedFigures: Touched = {groups: ["measure", "table"]};

/** Everything. */
export const everything: Touched = {groups: ["measure", "ledger", "table"]};

/** Measures that go by requests, whoever made them. */
const withoutReaders = [
  "documents-per-day",
  "megabytes-per-day",
  "different-documents",
  "hits",
  "static-hits",
  "pageviews",
];

/** What is taken from requests that the rules before a limit have left out already. */
const beforeLimits = ["robots", "ai-agents"];

/** Can something move the figure? */
export function isTouched(
  {groups, only, but = []}: Touched,
  {group, id}: {readonly group: FigureGroup; readonly id: string},
): boolean {
  const fits = (one: string): boolean => id === one || id.startsWith(`${one}:`);
  return groups.includes(group) && (only === undefined || only.some(fits)) && !but.some(fits);
}

/**
 * What can a changed rule move?
 *
 * @param hasLimits Is there a limit on what a reader takes, before or now? Then who is a reader decides on what counts.
 */
export function touchedByRule(setting: string, {hasLimits}: {readonly hasLimits: boolean}): Touched {
  if (setting.startsWith("reader.") && !hasLimits)
    return {...countedFigures, but: [...withoutReaders, ...beforeLimits]};
  if (setting === "heavyReaders" || setting === "doubleClicks") return {...countedFigures, but: beforeLimits};
  return countedFigures;
}

const verdicts: Readonly<Record<string, string>> = {
  heavyReaders: "heavy-readers",
  doubleClicks: "double-clicks",
  developers: "developers",
  feeds: "feed-polls",
  leftOut: "left-out",
  "notPages.extensions": "not-pages",
  "notPages.paths": "not-pages",
};

/** Which verdict does a setting give, and no other? Null where it does more. */
export function verdictOf(setting: string): string | null {
  return verdicts[setting] ?? null;
}

const byTable: Readonly<Record<string, Touched>> = {
  departments: {groups: ["table"], only: ["departments", "languages", "top-documents"]},
  episodes: {
    groups: ["measure", "table"],
    only: ["listens", "listeners", "plays", "viewers", "top-episodes"],
  },
  titles: {groups: ["table"], only: ["top-documents"]},
  referrerSpam: {groups: ["table"], only: ["referrers"]},
  sites: {groups: ["measure", "table"]},
  smallest: {groups: ["table"]},
  sections: {groups: ["measure"], only: ["section-readers"]},
  sentTo: {groups: ["measure"], only: ["sent-to"]},
  downloads: {groups: ["measure", "table"], only: ["downloads", "download-readers", "downloaders", "top-downloads"]},
};

/** What can a table or a setting move that says what stands in a table or measure? */
export function touchedByTable(name: string): Touched {
  return byTable[name.split(" ").at(-1)!] ?? countedFigures;
}

/** Tables that look into a book beside those that they are made from. */
const lookedInto: Readonly<Record<string, readonly string[]>> = {
  deliveries: ["editions"],
  editions: ["cities-reached", "regions-reached", "cities-supplied"],
};

/** What can a book move? What is made from it; that of older figures gives measures of the logs. */
export function touchedByBook(book: string): Touched {
  if (book === "history") return {groups: ["measure"]};
  const made = [...ledgerMeasures, ...ledgerTables].filter(({books}) => books.some((one) => one === book));
  const ids = made.map(({id}) => id.replace(/:NAME$/, ""));
  return {groups: ["ledger", "table"], only: [...ids, ...(lookedInto[book] ?? [])]};
}
