import {createHash} from "node:crypto";
import {resolve} from "node:path";
import {addMonths, parsePeriod} from "../base/period.ts";
import type {Config} from "../workspace/config.ts";
import {
  changedBy,
  type MethodologyConfig,
  type MethodologyName,
  type RuleSettings,
} from "../workspace/config-methodology.ts";
import {readBlacklist} from "./blacklist.ts";
import type {ByPath} from "./by-path.ts";
import {erasOf} from "./eras.ts";
import {type Preset, presets} from "./presets.ts";
import type {Methodology, RuleStretch} from "./resolved.ts";
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
  const {changes = [], extends: name, ...settings} = own;
  const base = resolveRules(name, settings, folder);
  if (changes.length === 0) return base;
  const begins = changes.flatMap(({from, until}) => (until === undefined ? [from] : [from, addMonths(until, 1)]));
  const borders = [...new Set(begins)].sort();
  const sorted = changes.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  const stretches = borders.map((from, place): RuleStretch => {
    const held = sorted.filter((change) => change.from <= from && (change.until === undefined || change.until >= from));
    const said = held.reduce(changedBy, settings as RuleSettings);
    const next = borders[place + 1];
    return {
      from,
      until: next === undefined ? null : addMonths(next, -1),
      methodology: held.length === 0 ? base : resolveRules(name, said, folder),
    };
  });
  return {...base, stretches: [{from: null, until: addMonths(borders[0]!, -1), methodology: base}, ...stretches]};
}

function resolveRules(name: MethodologyName, own: RuleSettings, folder: string): Methodology {
  const preset = presets[name];
  const heavy = own.heavyReaders ?? preset.heavyReaders;
  return {
    name,
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
    stretches: [],
  };
}

function byPath(own: MethodologyConfig["pageFurniture"], preset: Preset["pageFurniture"]): ByPath {
  return {extensions: new Set(own?.extensions ?? preset.extensions), paths: own?.paths ?? preset.paths};
}

function monthsOf(period: string | undefined): readonly string[] | null {
  return period === undefined ? null : parsePeriod(period, "1970-01-01").months;
}

/**
 * A hash of everything the methodology says of some months: two reports with the same one were judged alike.
 *
 * What a methodology without double clicks, and with the rules of `central-task`, does not have is left out of it, so
 * that its hash stays what it was before there were others. Rules of other months are none of it: a change from a month
 * on leaves the hash of reports before it as it is.
 *
 * @param aliasesSha256 Of the table of moved documents, which says what is one document; undefined without one.
 * @param months `YYYY-MM`, in order.
 */
export function hashMethodology(
  methodology: Methodology,
  aliasesSha256: string | undefined,
  months: readonly string[] = [],
): string {
  const eras = erasOf(methodology, months);
  if (eras.length < 2) return hashRules(eras[0]?.methodology ?? methodology, aliasesSha256);
  return sha256Of(eras.map((era) => `${era.months[0]} ${hashRules(era.methodology, aliasesSha256)}\n`).join(""));
}

function hashRules(methodology: Methodology, aliasesSha256: string | undefined): string {
  const {rules, notPages, doubleClicks, formats, measures, stretches, ...said} = methodology;
  const isPlain = [...rules].join() === presets["central-task"].rules.join() && doubleClicks === null;
  const more = isPlain ? {} : {rules, notPages, doubleClicks, formats, measures};
  const all = {...said, aliasesSha256, ...more};
  return sha256Of(JSON.stringify(all, (_, value) => (value instanceof Set ? [...value].sort() : value)));
}

function sha256Of(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
