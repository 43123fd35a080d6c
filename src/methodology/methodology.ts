import {createHash} from "node:crypto";
import {resolve} from "node:path";
import {parsePeriod} from "../base/period.ts";
import type {Config} from "../workspace/config.ts";
import type {MethodologyConfig} from "../workspace/config-methodology.ts";
import {readBlacklist} from "./blacklist.ts";
import type {ByPath} from "./by-path.ts";
import {type Preset, presets} from "./presets.ts";
import type {Methodology} from "./resolved.ts";
import {readRobotList} from "./robots.ts";
import {rulesUnder} from "./rules.ts";

/** Who is a reader and what is a document, resolved. */
export type {Methodology} from "./resolved.ts";

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
    rules: rulesUnder(preset, own),
    methods: own.methods ?? preset.methods,
    statuses: own.statuses ?? preset.statuses,
    graphics: new Set(own.graphics ?? preset.graphics),
    pageFurniture: byPath(own.pageFurniture, preset.pageFurniture),
    notPages: byPath(own.notPages, preset.notPages),
    developers: own.developers ?? [],
    blacklist: own.blacklist === undefined ? [] : readBlacklist(resolve(folder, own.blacklist)),
    robots: {
      lists: (own.robots?.lists ?? preset.robots.lists).map((list) => readRobotList(list, folder)),
      askedForRobotsTxt: own.robots?.askedForRobotsTxt ?? preset.robots.askedForRobotsTxt,
      nominated: own.robots?.nominated ?? preset.robots.nominated,
    },
    reader: {ipv6: own.reader?.ipv6 ?? preset.reader.ipv6, byAgent: own.reader?.byAgent ?? preset.reader.byAgent},
    heavyReaders: heavy ? {documents: heavy.documents, months: monthsOf(heavy.months)} : null,
    doubleClicks: (own.doubleClicks ?? preset.doubleClicks) || null,
    formats: new Set(own.formats ?? preset.formats),
    measures: preset.measures,
  };
}

function byPath(own: MethodologyConfig["pageFurniture"], preset: Preset["pageFurniture"]): ByPath {
  return {extensions: new Set(own?.extensions ?? preset.extensions), paths: own?.paths ?? preset.paths};
}

function monthsOf(period: string | undefined): readonly string[] | null {
  return period === undefined ? null : parsePeriod(period, "1970-01-01").months;
}

/**
 * A hash of everything the methodology says: two reports with the same one were judged alike.
 *
 * What a methodology without double clicks, and with the rules of `central-task`, does not have is left out of it, so
 * that its hash stays what it was before there were others.
 *
 * @param aliasesSha256 Of the table of moved documents, which says what is one document; undefined without one.
 */
export function hashMethodology(methodology: Methodology, aliasesSha256: string | undefined): string {
  const {rules, notPages, doubleClicks, formats, measures, ...said} = methodology;
  const isPlain = [...rules].join() === presets["central-task"].rules.join() && doubleClicks === null;
  const more = isPlain ? {} : {rules, notPages, doubleClicks, formats, measures};
  const all = {...said, aliasesSha256, ...more};
  const plain = JSON.stringify(all, (_, value) => (value instanceof Set ? [...value].sort() : value));
  return createHash("sha256").update(plain).digest("hex");
}
