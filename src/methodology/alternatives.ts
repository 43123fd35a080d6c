import {message, type Wording} from "../base/words/message.ts";
import type {Methodology} from "./methodology.ts";
import type {RobotList} from "./robots/match.ts";
import {changeAll, stretchesOf} from "./rule-periods.ts";
import {isStatusOf} from "./rules/status.ts";

/** One rule done otherwise: how far would the figures move? */
interface Alternative {
  /** A contract, as `--with` takes it. */
  readonly id: string;
  /** What would be so, as it is printed: message("alternative-heavy-readers-in"). */
  readonly label: Wording;
  /** The methodology as it would be; null where it would be the same. */
  readonly change: (methodology: Methodology) => Methodology | null;
}

/** A methodology with one rule done otherwise. */
export interface Variant extends Pick<Alternative, "id" | "label"> {
  readonly methodology: Methodology;
}

/** Every alternative that the ranges are made of, in the order they are printed. */
export function alternativesTo(methodology: Methodology): Variant[] {
  const lists = new Set(stretchesOf(methodology).flatMap(({robots}) => robots.lists.map(({name}) => name)));
  return [...alternatives, ...[...lists].map(withoutList)].flatMap(({id, label, change}) => {
    const changed = changeAll(methodology, change);
    return changed === null ? [] : [{id, label, methodology: changed}];
  });
}

const alternatives: readonly Alternative[] = [
  {
    id: "heavy-readers-in",
    label: message("alternative-heavy-readers-in"),
    change: (now) => (now.heavyReaders === null ? null : {...now, heavyReaders: null}),
  },
  {
    id: "nominated-out",
    label: message("alternative-nominated-out"),
    change: (now) => (now.robots.nominated ? null : {...now, robots: {...now.robots, nominated: true}}),
  },
  {
    id: "asked-for-robots-txt-in",
    label: message("alternative-asked-for-robots-txt-in"),
    change: (now) =>
      now.robots.askedForRobotsTxt ? {...now, robots: {...now.robots, askedForRobotsTxt: false}} : null,
  },
  {
    id: "by-agent",
    label: message("alternative-by-agent"),
    change: (now) => (now.reader.byAgent ? null : {...now, reader: {...now.reader, byAgent: true}}),
  },
  ...([128, 64, 48] as const).map(
    (bits): Alternative => ({
      id: `ipv6-by-${bits}`,
      label:
        bits === 128
          ? message("alternative-ipv6-by-address")
          : message("alternative-ipv6-by-network", {bits: String(bits)}),
      change: (now) => (now.reader.ipv6 === bits ? null : {...now, reader: {...now.reader, ipv6: bits}}),
    }),
  ),
  {
    id: "double-clicks-in",
    label: message("alternative-double-clicks-in"),
    change: (now) => (now.doubleClicks === null ? null : {...now, doubleClicks: null}),
  },
  {
    id: "feed-polls-in",
    label: message("alternative-feed-polls-in"),
    change: (now) => (now.rules.has("feed-polls") ? {...now, rules: without(now.rules, "feed-polls")} : null),
  },
  {
    id: "partial-in",
    label: message("alternative-partial-in"),
    change: (now) => (isStatusOf(206, now.statuses) ? null : {...now, statuses: [...now.statuses, 206]}),
  },
];

function without(rules: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...rules].filter((rule) => rule !== id));
}

function withoutList(name: string): Alternative {
  return {
    id: `${name}-in`,
    label: message("alternative-list-in", {name}),
    change: (now) => {
      if (now.robots.lists.every((one) => one.name !== name)) return null;
      // Who is on a list of networks is listed by client, which alternatives leave as it is.
      if (now.robots.lists.some((one) => one.name === name && one.networks.length > 0)) return null;
      const lists = now.robots.lists.flatMap((one) => (one.name === name ? clearingOf(one) : one));
      return {...now, robots: {...now.robots, lists}};
    },
  };
}

/** What is left of a list that finds no robots any more: it may clear agents of what other lists hold against them. */
function clearingOf(list: RobotList): RobotList[] {
  return list.withoutBrowser ? [{...list, form: "browsers alone", entryCount: 0, isRobot: () => false}] : [];
}
