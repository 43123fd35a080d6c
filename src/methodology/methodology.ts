import {createHash} from "node:crypto";
import {resolve} from "node:path";
import {parsePeriod} from "../base/period.ts";
import type {Config} from "../workspace/config.ts";
import {readBlacklist} from "./blacklist.ts";
import type {Listing} from "./listing.ts";
import {presets} from "./presets.ts";
import type {ReaderRule} from "./reader-rule.ts";
import {type RobotList, readRobotList} from "./robots.ts";

/** Who is a reader and what is a document, resolved: a preset and what the publisher changed in it. */
export interface Methodology {
  readonly name: string;
  readonly methods: readonly string[];
  readonly statuses: readonly number[];
  /** Extensions in lower case, without the dot. */
  readonly graphics: ReadonlySet<string>;
  readonly pageFurniture: {readonly extensions: ReadonlySet<string>; readonly paths: readonly string[]};
  /** Addresses, networks and host names. */
  readonly developers: readonly string[];
  readonly blacklist: readonly Listing[];
  readonly robots: {
    readonly lists: readonly RobotList[];
    readonly askedForRobotsTxt: boolean;
    readonly nominated: boolean;
  };
  readonly reader: ReaderRule;
  /** Null when the rule is switched off; `months` null when it runs in every month. */
  readonly heavyReaders: {readonly documents: number; readonly months: readonly string[] | null} | null;
}

/**
 * The methodology that a workspace judges by.
 *
 * @param folder The workspace's, which the paths of the blacklist and of lists of robots start from.
 * @throws {UserError} BLACKLIST_REFUSED or ROBOT_LIST_REFUSED
 */
export function resolveMethodology({methodology: own}: Pick<Config, "methodology">, folder: string): Methodology {
  const preset = presets[own.extends];
  const heavy = own.heavyReaders ?? preset.heavyReaders;
  return {
    name: own.extends,
    methods: own.methods ?? preset.methods,
    statuses: own.statuses ?? preset.statuses,
    graphics: new Set(own.graphics ?? preset.graphics),
    pageFurniture: {
      extensions: new Set(own.pageFurniture?.extensions ?? preset.pageFurniture.extensions),
      paths: own.pageFurniture?.paths ?? preset.pageFurniture.paths,
    },
    developers: own.developers,
    blacklist: own.blacklist === undefined ? [] : readBlacklist(resolve(folder, own.blacklist)),
    robots: {
      lists: (own.robots?.lists ?? preset.robots.lists).map((list) => readRobotList(list, folder)),
      askedForRobotsTxt: own.robots?.askedForRobotsTxt ?? preset.robots.askedForRobotsTxt,
      nominated: own.robots?.nominated ?? preset.robots.nominated,
    },
    reader: {ipv6: own.reader?.ipv6 ?? preset.reader.ipv6, byAgent: own.reader?.byAgent ?? preset.reader.byAgent},
    heavyReaders: heavy ? {documents: heavy.documents, months: monthsOf(heavy.months)} : null,
  };
}

function monthsOf(period: string | undefined): readonly string[] | null {
  return period === undefined ? null : parsePeriod(period, "1970-01-01").months;
}

/**
 * A hash of everything the methodology says: two reports with the same one were judged alike.
 *
 * @param aliasesSha256 Of the table of moved documents, which says what is one document; undefined without one.
 */
export function hashMethodology(methodology: Methodology, aliasesSha256: string | undefined): string {
  const all = {...methodology, aliasesSha256};
  const plain = JSON.stringify(all, (_, value) => (value instanceof Set ? [...value].sort() : value));
  return createHash("sha256").update(plain).digest("hex");
}
