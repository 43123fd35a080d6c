import {resolve} from "node:path";
import {readPattern} from "../base/paths/pattern.ts";
import {addMonths, parsePeriod} from "../base/period.ts";
import {sha256} from "../base/sha256.ts";
import type {Config} from "../workspace/config/config.ts";
import {type FurnitureName, furnitureNames} from "../workspace/config/furniture.ts";
import {listWith} from "../workspace/config/list.ts";
import {
  changedBy,
  type MethodologyConfig,
  type MethodologyName,
  type RuleSettings,
} from "../workspace/config/methodology.ts";
import {namedIn} from "../workspace/config/sites.ts";
import {sealOf} from "../workspace/seal.ts";
import {readBlacklist} from "./decisions/read.ts";
import {knownFurnitureVersion} from "./furniture/known.ts";
import {readEpisodes} from "./media/episodes.ts";
import {playersVersion} from "./media/players.ts";
import type {DatedRules, DownloadRule, ListeningRule, Methodology} from "./methodology.ts";
import {type Preset, presets} from "./presets.ts";
import {readRobotList} from "./robots/match.ts";
import {rulePeriodsOf} from "./rule-periods.ts";
import {rulesUnder} from "./rules/all.ts";
import type {ByPath} from "./rules/path-match.ts";

/** What a methodology is resolved from: settings, the folder that paths in them start from, and the key that lists are sealed with. */
export interface MethodologySource {
  readonly config: Pick<Config, "methodology"> &
    Partial<Pick<Config, "documents" | "sites" | "downloads" | "episodes">>;
  readonly folder: string;
  readonly key: string;
}

/**
 * The methodology that a workspace judges by.
 *
 * @throws {UserError} BLACKLIST_REFUSED or ROBOT_LIST_REFUSED
 */
export function resolveMethodology(source: MethodologySource): Methodology {
  const {changes = [], extends: name, ...settings} = source.config.methodology;
  const base = resolveRules(name, settings, source);
  if (changes.length === 0) return base;
  const begins = changes.flatMap(({from, until}) => (until === undefined ? [from] : [from, addMonths(until, 1)]));
  const borders = [...new Set(begins)].sort();
  const sorted = changes.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  const stretches = borders.map((from, place): DatedRules => {
    const held = sorted.filter((change) => change.from <= from && (change.until === undefined || change.until >= from));
    const said = held.reduce(changedBy, settings as RuleSettings);
    const next = borders[place + 1];
    return {
      from,
      until: next === undefined ? null : addMonths(next, -1),
      methodology: held.length === 0 ? base : resolveRules(name, said, source),
    };
  });
  return {...base, stretches: [{from: null, until: addMonths(borders[0]!, -1), methodology: base}, ...stretches]};
}

function resolveRules(name: MethodologyName, own: RuleSettings, {folder, key, config}: MethodologySource): Methodology {
  const {documents, sites = [], downloads} = config;
  const isOneCase = documents?.case === "same";
  const preset = presets[name];
  const heavy = own.heavyReaders ?? preset.heavyReaders;
  const furnitureOf = (said: RuleSettings["pageFurniture"]): Methodology["pageFurniture"] => {
    return {...byPath(said, preset.pageFurniture, isOneCase), known: knownWanted(said?.known)};
  };
  return {
    name,
    rules: rulesUnder(preset, own),
    methods: listWith(own.methods, preset.methods),
    statuses: listWith(own.statuses, preset.statuses),
    graphics: new Set(listWith(own.graphics, preset.graphics)),
    pageFurniture: furnitureOf(own.pageFurniture),
    siteFurniture: new Map(
      namedIn(sites).flatMap(([site, {own: said}]) =>
        said.pageFurniture === undefined ? [] : [[site, furnitureOf(said.pageFurniture)]],
      ),
    ),
    notPages: byPath(own.notPages, preset.notPages, isOneCase),
    feeds: feedsOf(own.feeds, isOneCase),
    developers: own.developers ?? [],
    blacklist: own.blacklist === undefined ? [] : readBlacklist(resolve(folder, own.blacklist)),
    leftOut: (own.leftOut ?? []).map(({country = null, network = null, months}) => {
      return {country, network, months: parsePeriod(months, "1970-01-01").months};
    }),
    robots: {
      lists: listWith(own.robots?.lists, preset.robots.lists).map((list) => readRobotList(list, {folder, key})),
      askedForRobotsTxt: own.robots?.askedForRobotsTxt ?? preset.robots.askedForRobotsTxt,
      nominated: own.robots?.nominated ?? preset.robots.nominated,
      withoutAgent: own.robots?.withoutAgent ?? true,
    },
    reader: {ipv6: own.reader?.ipv6 ?? preset.reader.ipv6, byAgent: own.reader?.byAgent ?? preset.reader.byAgent},
    heavyReaders: heavy ? {documents: heavy.documents, months: monthsOf(heavy.months)} : null,
    doubleClicks: (own.doubleClicks ?? preset.doubleClicks) || null,
    downloads: downloadRule(own.downloads, downloads, isOneCase),
    listening: listeningRule(own.listening, {config, folder}),
    formats: new Set(listWith(own.formats, preset.formats)),
    measures: preset.measures,
    stretches: [],
  };
}

function feedsOf(own: RuleSettings["feeds"], isOneCase: boolean): Methodology["feeds"] {
  if (own === undefined || own === true) return {areUsual: true, paths: []};
  const paths = listWith(own, []).map((text) => readPattern(text, {plain: "alone", isOneCase}));
  return {areUsual: "add" in own, paths};
}

function byPath(own: MethodologyConfig["notPages"], preset: Preset["notPages"], isOneCase: boolean): ByPath {
  return {
    extensions: new Set(listWith(own?.extensions, preset.extensions)),
    paths: listWith(own?.paths, preset.paths).map((text) => readPattern(text, {plain: "alone", isOneCase})),
  };
}

/** Which groups of known furniture are left out? All but those that the publisher takes from the list by name. */
function knownWanted(
  own: NonNullable<MethodologyConfig["pageFurniture"]>["known"],
): Methodology["pageFurniture"]["known"] {
  const isWanted = (name: FurnitureName): boolean => own !== false && (typeof own !== "object" || own[name] !== false);
  const groups = new Set(furnitureNames.filter(isWanted));
  return {version: groups.size > 0 ? knownFurnitureVersion : "", groups};
}

/** What is taken home where nothing else is said. */
const usualDownloads = ["*.pdf", "*.epub", "*.mobi", "*.zip"];

function downloadRule(
  own: MethodologyConfig["downloads"],
  named: Config["downloads"] = {},
  isOneCase: boolean,
): DownloadRule | null {
  if (own === undefined || own === false) return null;
  const {leastBytes = 32_768, apart = false} = own === true ? {} : own;
  const said = Object.values(named).flat();
  const files = (said.length > 0 ? said : usualDownloads).map((text) => readPattern(text, {plain: "under", isOneCase}));
  return {files, leastBytes, apart};
}

/** Sound and film where nothing else is said. */
const usualMedia = {
  audio: ["*.mp3", "*.m4a", "*.m4b", "*.aac", "*.ogg", "*.oga", "*.opus", "*.flac", "*.wav"],
  video: ["*.mp4", "*.m4v", "*.webm", "*.ogv", "*.mov", "*.mkv", "*.avi", "*.mpg", "*.mpeg"],
};

function listeningRule(
  own: MethodologyConfig["listening"],
  {config: {documents, episodes}, folder}: Pick<MethodologySource, "config" | "folder">,
): ListeningRule | null {
  if (own === undefined || own === false) return null;
  const {audio, video, leastAudioBytes = 960_000, leastVideoBytes = 7_500_000, apart = false} = own === true ? {} : own;
  const isOneCase = documents?.case === "same";
  const patternsOf = (texts: readonly string[]): ListeningRule["audio"] =>
    texts.map((text) => readPattern(text, {plain: "under", isOneCase}));
  const naming = {
    query: new Set(documents?.query ?? []),
    conditions: new Set<string>(),
    isOneCase,
    isOneSlash: documents?.trailingSlash === "same",
  };
  return {
    audio: patternsOf(audio ?? usualMedia.audio),
    video: patternsOf(video ?? usualMedia.video),
    leastBytes: {audio: leastAudioBytes, video: leastVideoBytes},
    episodes: episodes === undefined ? new Map() : readEpisodes(resolve(folder, episodes), naming),
    apart,
  };
}

function monthsOf(period: string | undefined): readonly string[] | null {
  return period === undefined ? null : parsePeriod(period, "1970-01-01").months;
}

/**
 * A hash of everything the methodology says of some months: two reports with the same one were judged alike.
 *
 * What a methodology without double clicks, and with the rules of `central-task`, does not have is left out of it, so
 * that its hash stays what it was before there were others. Rules of other months are none of it: a change from a month
 * on leaves the hash of reports before it is.
 *
 * Lists of clients enter it sealed with the workspace's key, so that nobody finds out who is on one by trying addresses.
 */
export function hashMethodology(methodology: Methodology, {months = [], ...scope}: HashScope): string {
  const rulePeriods = rulePeriodsOf(methodology, months);
  if (rulePeriods.length < 2) return hashRules(rulePeriods[0]?.methodology ?? methodology, scope);
  return sha256(
    rulePeriods.map((rulePeriod) => `${rulePeriod.months[0]} ${hashRules(rulePeriod.methodology, scope)}\n`).join(""),
  );
}

/** What a hash of the methodology is made with. */
export interface HashScope {
  /** Of the table of moved documents, which says what is one document; undefined without one. */
  readonly aliasesSha256: string | undefined;
  /** How documents are told apart, where that is not as usual; undefined where it is. */
  readonly naming?: string | undefined;
  /** The workspace's. */
  readonly key: string;
  /** `YYYY-MM`, in order. */
  readonly months?: readonly string[];
}

function hashRules(methodology: Methodology, {aliasesSha256, naming, key}: Omit<HashScope, "months">): string {
  const {
    rules,
    notPages,
    doubleClicks,
    formats,
    measures,
    stretches,
    siteFurniture,
    feeds,
    downloads,
    listening,
    ...said
  } = methodology;
  const isPlain = [...rules].join() === presets["central-task"].rules.join() && doubleClicks === null;
  const more = isPlain ? {} : {rules, notPages, doubleClicks, formats, measures};
  const heard = listening ? {listening: {...listening, episodes: [...listening.episodes], playersVersion}} : {};
  const ofSites = siteFurniture.size === 0 ? {} : {siteFurniture: [...siteFurniture]};
  const ofFeeds = rules.has("feed-polls") ? {feeds} : {};
  const {withoutAgent, ...signs} = said.robots;
  const robots = withoutAgent ? signs : said.robots;
  const taken = {...(downloads ? {downloads} : {}), ...heard};
  const all = {...said, robots, aliasesSha256, naming, ...more, ...ofSites, ...ofFeeds, ...taken};
  return sha256(JSON.stringify(all, (name, value) => sealedLists(name, value, key)));
}

/** Settings that list clients. */
const clientLists: ReadonlySet<string> = new Set(["developers", "blacklist", "networks"]);

/** For `JSON.stringify`: sets as arrays in order, and a seal in place of every list of clients that has an entry. */
export function sealedLists(name: string, value: unknown, key: string): unknown {
  if (value instanceof Set) return [...value].sort();
  // What leaves nothing out is not said, as before there was such a setting.
  if (name === "leftOut" && Array.isArray(value) && value.length === 0) return undefined;
  if (!clientLists.has(name) || !Array.isArray(value) || value.length === 0) return value;
  return sealOf(`${name} ${JSON.stringify(value)}`, key);
}
