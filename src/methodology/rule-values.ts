import {type RuleDifference, type RuleValue, ruleDifferences} from "../base/rule-differences.ts";
import {message} from "../base/words/message.ts";
import type {ListEntry} from "./decisions/entry.ts";
import {playersVersion} from "./media/players.ts";
import type {DownloadRule, ListeningRule, Methodology} from "./methodology.ts";
import {robotListVersions} from "./robots/match.ts";
import {methodologyIn} from "./rule-periods.ts";

/** By which settings do the rules of two months differ? */
export function differencesBetween(methodology: Methodology, before: string, after: string): RuleDifference[] {
  const [one, other] = [methodologyIn(methodology, before), methodologyIn(methodology, after)];
  return one === other ? [] : ruleDifferences(ruleValues(one), ruleValues(other));
}

/**
 * What every setting of the rules says, by its name.
 *
 * @param month `YYYY-MM`: then what it says for that month, and entries of the blacklist that hold in it.
 */
export function ruleValues(methodology: Methodology, month: string | null = null): Record<string, RuleValue> {
  const {pageFurniture, notPages, developers, robots, reader, doubleClicks: clicks} = methodology;
  const blacklist = methodology.blacklist.filter((entry) => month === null || holdsIn(entry, month));
  const lists = robotListVersions(robots.lists).map(({name, version, sha256}) => {
    return `${name} ${version} (${sha256.slice(0, 8)})`;
  });
  return {
    extends: shownAs(methodology.name),
    rules: shownAs([...methodology.rules]),
    methods: shownAs(methodology.methods),
    statuses: shownAs(methodology.statuses.map(String)),
    graphics: shownAs([...methodology.graphics]),
    "pageFurniture.extensions": shownAs([...pageFurniture.extensions]),
    "pageFurniture.paths": shownAs(pageFurniture.paths.map(({text}) => text)),
    "pageFurniture.known": shownAs([
      ...pageFurniture.known.groups,
      ...(pageFurniture.known.groups.size > 0 ? [pageFurniture.known.version] : []),
    ]),
    ...Object.fromEntries([...methodology.siteFurniture].map(([site, own]) => furnitureOf(site, own))),
    "notPages.extensions": shownAs([...notPages.extensions]),
    "notPages.paths": shownAs(notPages.paths.map(({text}) => text)),
    // Where nothing was said of it there is no such rule, as of what was published before there was one.
    ...(methodology.rules.has("feed-polls") ? {feeds: shownAs(feedsShown(methodology))} : {}),
    developers: {shown: message("clients-listed", {count: developers.length}), said: saidBy(developers)},
    blacklist: {shown: message("entries-listed", {count: blacklist.length}), said: saidBy(blacklist.map(saidBy))},
    ...leftOutOf(methodology, month),
    "robots.lists": {shown: lists, said: saidBy(robotListVersions(robots.lists).map(saidBy))},
    "robots.askedForRobotsTxt": shownAs(String(robots.askedForRobotsTxt)),
    "robots.nominated": shownAs(String(robots.nominated)),
    // As usual it is not said, as of what was published before there was such a setting.
    ...(robots.withoutAgent ? {} : {"robots.withoutAgent": shownAs("false")}),
    "reader.ipv6": shownAs(String(reader.ipv6)),
    "reader.byAgent": shownAs(String(reader.byAgent)),
    heavyReaders: shownAs(limitShown(methodology, month)),
    doubleClicks: shownAs(clicks ? `{seconds: ${clicks.seconds}}` : "false"),
    formats: shownAs([...methodology.formats]),
    ...listeningValues(methodology.listening),
    ...(methodology.downloads ? {downloads: shownAs(downloadsShown(methodology.downloads))} : {}),
  };
}

function listeningValues(rule: ListeningRule | null): Record<string, RuleValue> {
  if (rule === null) return {};
  const {audio, video, leastBytes, episodes, apart} = rule;
  const said = `{leastAudioBytes: ${leastBytes.audio}, leastVideoBytes: ${leastBytes.video}, apart: ${apart}}`;
  return {
    "listening.audio": shownAs(audio.map(({text}) => text)),
    "listening.video": shownAs(video.map(({text}) => text)),
    listening: shownAs([said, `players ${playersVersion}`]),
    "listening.episodes": {
      shown: message("entries-listed", {count: episodes.size}),
      said: saidBy([...episodes].map(saidBy)),
    },
  };
}

function downloadsShown({files, leastBytes, apart}: DownloadRule): string[] {
  return [...files.map(({text}) => text), `{leastBytes: ${leastBytes}, apart: ${apart}}`];
}

/** Where nothing is left out it is not said, as of what was published before there was such a setting. */
function leftOutOf({leftOut}: Methodology, month: string | null): Record<string, RuleValue> {
  const held = leftOut.filter(({months}) => month === null || months.includes(month));
  if (held.length === 0) return {};
  return {
    leftOut: shownAs(
      held.map(({country, network, months}) => {
        return [country, network, `${months[0]}..${months.at(-1)}`].filter((part) => part !== null).join(" ");
      }),
    ),
  };
}

function furnitureOf(site: string, {extensions, paths, known}: Methodology["pageFurniture"]): [string, RuleValue] {
  return [`sites.${site}.pageFurniture`, shownAs([...extensions, ...paths.map(({text}) => text), ...known.groups])];
}

function holdsIn({from, until}: ListEntry, month: string): boolean {
  return (from ?? month).slice(0, 7) <= month && (until ?? month).slice(0, 7) >= month;
}

function feedsShown({feeds: {areUsual, paths}}: Methodology): string[] {
  return [...(areUsual ? ["true"] : []), ...paths.map(({text}) => text)];
}

function limitShown({heavyReaders: heavy}: Methodology, month: string | null): string {
  if (heavy === null) return "false";
  const {documents, months} = heavy;
  if (month !== null) return months?.includes(month) === false ? "false" : `{documents: ${documents}}`;
  return `{documents: ${documents}${months === null ? "" : `, months: ${months[0]}..${months.at(-1)}`}}`;
}

function shownAs(shown: RuleValue["shown"]): RuleValue {
  return {shown, said: saidBy(shown)};
}

/** The value as text; of a list, whatever its order. */
function saidBy(value: unknown): string {
  return JSON.stringify(Array.isArray(value) ? value.toSorted() : value);
}
