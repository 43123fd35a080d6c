import {readFileSync} from "node:fs";
import {BlockList, isIP} from "node:net";
import {parse} from "csv-parse/sync";
import type {Hit} from "./example-recount.ts";

/*
 * The second method goes on: what the tables below the main one should hold, by sets and loops over the requests that
 * the recount counted, and by the example's own lists as they are written.
 */

const example = new URL("../examples/second-half-2005/", import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(name, example), "utf8");
const rowsOf = (name: string): Record<string, string>[] => parse(textOf(name), {columns: true});

const moves = new Map(rowsOf("aliases.csv").map(({path = "", now = ""}) => [path, now]));

/** What is asked of hundreds of thousands of requests, and differs for a few thousand. */
function once<Answer>(answerTo: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    if (!known.has(text)) known.set(text, answerTo(text));
    return known.get(text)!;
  };
}

const documentAt = once((path) => {
  const document = path.replaceAll(/\/+/g, "/").replace(/\/index\.html$/, "/");
  return moves.get(document) ?? document;
});

/** The document that was asked for, where it is now. No move of the example leads to another. */
export function documentOf({path}: Pick<Hit, "path">): string {
  return documentAt(path);
}

// Every prefix of the example ends in a slash; the longest first.
const prefixes = rowsOf("departments.csv").toSorted((a, b) => b["prefix"]!.length - a["prefix"]!.length);

const prefixOf = once((document) =>
  prefixes.find(({prefix = ""}) => document.startsWith(prefix) || `${document}/` === prefix),
);

export const departmentOf = (hit: Hit): string | null => prefixOf(documentOf(hit))?.["department"] ?? null;
export const languageOf = (hit: Hit): string | null => prefixOf(documentOf(hit))?.["language"] || null;

const titles = new Map(rowsOf("titles.csv").map(({path = "", title = "", group = ""}) => [path, {title, group}]));

/** The list that a document stands in: its group, else its department. */
export const listOf = (hit: Hit): string | null => titles.get(documentOf(hit))?.group || departmentOf(hit);
export const titleOf = (document: string): string => titles.get(document)?.title ?? document;

const places = rowsOf("places.csv").map(({network = "", country = ""}) => {
  const [address = "", bits] = network.split("/");
  const family = isIP(address) === 6 ? "ipv6" : "ipv4";
  const list = new BlockList();
  list.addSubnet(address, Number(bits), family);
  return {list, family, bits: Number(bits), country} as const;
});
const narrowestFirst = places.toSorted((a, b) => b.bits - a.bits);

const countryAt = once((host) => {
  const family = isIP(host) === 6 ? "ipv6" : "ipv4";
  if (isIP(host) === 0) return null;
  return narrowestFirst.find((place) => place.family === family && place.list.check(host, family))?.country ?? null;
});

export function countryOf({host}: Hit): string | null {
  return countryAt(host);
}

const searchEngines: readonly (readonly [RegExp, string])[] = [
  [/^google\./, "google"],
  [/^search\.yahoo\./, "yahoo"],
  [/^search\.msn\./, "msn"],
  [/^baidu\./, "baidu"],
  [/^web\.ask\./, "ask"],
  [/^altavista\./, "altavista"],
  [/^search\.lycos\./, "lycos"],
  [/^alltheweb\./, "alltheweb"],
];
const otherNames: Readonly<Record<string, string>> = {
  "del.icio.us": "delicious",
  "livejournal.com": "livejournal",
  "friendster.com": "friendster",
};
const spam = textOf("referrer-spam.txt")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));

/** What the browser named: a site, null for none; undefined for what no row of the table is about. */
export function siteOf({referrer}: Hit): string | null | undefined {
  const host = /^\w+:\/\/(?:www\.)?([a-z0-9.-]+)(?::\d+)?(?:\/|$)/.exec(referrer)?.[1] ?? null;
  // Behind a formula stands an address, and its third part between slashes is a host.
  if (host === null) return referrer.includes("//www.example.com/") ? "example.com" : null;
  if (host === "press.example.org" || spam.some((end) => host === end || host.endsWith(`.${end}`))) return undefined;
  return searchEngines.find(([pattern]) => pattern.test(host))?.[1] ?? otherNames[host] ?? host;
}

/** A row as it should be: documents and readers of a key. */
export interface Row {
  readonly key: string;
  readonly kind: "item" | "others" | "unknown";
  readonly rank: number | null;
  readonly previousRank: number | null;
  readonly values: readonly [number, number];
}

interface Tally {
  readonly key: string;
  readonly hits: readonly Hit[];
  readonly readers: number;
}

const readersOf = (hits: readonly Hit[]): number => new Set(hits.map(({client}) => client)).size;
const smallest = 10;

function tallies(hits: readonly Hit[], keyOf: (hit: Hit) => string | null | undefined): Tally[] {
  const groups = Map.groupBy(hits, keyOf);
  groups.delete(undefined);
  return [...groups].map(([key, those]) => ({key: key ?? "unknown", hits: those, readers: readersOf(those)}));
}

/**
 * What a ranked table of the report should hold. `by` says whether documents or readers rank, `heldBack` which rows would
 * point at somebody beside other tables.
 */
export function rankedTable(
  {hits, before}: {readonly hits: readonly Hit[]; readonly before: readonly Hit[]},
  keyOf: (hit: Hit) => string | null | undefined,
  {
    rows,
    by = "documents",
    heldBack = [],
  }: {readonly rows: number; readonly by?: "documents" | "readers"; readonly heldBack?: readonly string[]},
): Row[] {
  const amountOf = ({hits, readers}: Tally): number => (by === "documents" ? hits.length : readers);
  const large = (all: readonly Tally[]): Tally[] =>
    all
      .filter(({key, readers}) => key !== "unknown" && readers >= smallest)
      .sort((a, b) => amountOf(b) - amountOf(a) || (a.key < b.key ? -1 : 1));
  const rankIn = (list: readonly Tally[], amount: number): number =>
    1 + list.filter((one) => amountOf(one) > amount).length;
  const valuesOf = ({hits, readers}: Tally): [number, number] =>
    by === "documents" ? [hits.length, readers] : [readers, hits.length];
  const all = tallies(hits, keyOf);
  const earlier = large(tallies(before, keyOf));
  const candidates = large(all).slice(0, rows);
  const shown = candidates.filter(({key}) => !heldBack.includes(key));
  const nameless = all.find(({key}) => key === "unknown");
  const restOf = (): Hit[] =>
    all.filter((one) => one !== nameless && !shown.includes(one)).flatMap(({hits: those}) => those);
  if (restOf().length > 0 && readersOf(restOf()) < smallest) shown.pop();
  const rest = {key: "others", hits: restOf(), readers: readersOf(restOf())};
  return [
    ...shown.map((one): Row => {
      const then = earlier.find(({key}) => key === one.key);
      const previousRank = then ? rankIn(earlier, amountOf(then)) : null;
      // Below a row that is not shown none is told.
      const isTold = candidates.every((other) => shown.includes(other) || amountOf(other) <= amountOf(one));
      const ranks = isTold ? {rank: rankIn(shown, amountOf(one)), previousRank} : {rank: null, previousRank: null};
      return {key: one.key, kind: "item", ...ranks, values: valuesOf(one)};
    }),
    ...(rest.hits.length > 0
      ? [{key: "others", kind: "others", rank: null, previousRank: null, values: valuesOf(rest)} as const]
      : []),
    ...(nameless
      ? [{key: "unknown", kind: "unknown", rank: null, previousRank: null, values: valuesOf(nameless)} as const]
      : []),
  ];
}
