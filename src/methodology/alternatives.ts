import type {Methodology} from "./methodology.ts";
import type {RobotList} from "./robots.ts";

/** One rule done otherwise: how far would the figures move? */
interface Alternative {
  /** A contract, as `--with` takes it. */
  readonly id: string;
  /** What would be so, as it is printed: "if all heavy users are people". */
  readonly label: string;
  /** The methodology as it would be; null where it would be the same. */
  readonly change: (methodology: Methodology) => Methodology | null;
}

/** A methodology with one rule done otherwise. */
export interface Variant extends Pick<Alternative, "id" | "label"> {
  readonly otherwise: Methodology;
}

/** Every alternative that the ranges are made of, in the order they are printed. */
export function alternativesTo(methodology: Methodology): Variant[] {
  const lists = methodology.robots.lists.map(withoutList);
  return [...alternatives, ...lists].flatMap(({id, label, change}) => {
    const otherwise = change(methodology);
    return otherwise === null ? [] : [{id, label, otherwise}];
  });
}

const alternatives: readonly Alternative[] = [
  {
    id: "heavy-readers-in",
    label: "if all heavy users are people",
    change: (now) => (now.heavyReaders === null ? null : {...now, heavyReaders: null}),
  },
  {
    id: "nominated-out",
    label: "if every client that may be a robot is one",
    change: (now) => (now.robots.nominated ? null : {...now, robots: {...now.robots, nominated: true}}),
  },
  {
    id: "asked-for-robots-txt-in",
    label: "if clients that asked for /robots.txt are people",
    change: (now) =>
      now.robots.askedForRobotsTxt ? {...now, robots: {...now.robots, askedForRobotsTxt: false}} : null,
  },
  {
    id: "by-agent",
    label: "if each agent at an address is a reader of its own",
    change: (now) => (now.reader.byAgent ? null : {...now, reader: {...now.reader, byAgent: true}}),
  },
  ...([128, 64, 48] as const).map(
    (bits): Alternative => ({
      id: `ipv6-by-${bits}`,
      label: bits === 128 ? "if each IPv6 address is a reader" : `if each /${bits} of IPv6 addresses is a reader`,
      change: (now) => (now.reader.ipv6 === bits ? null : {...now, reader: {...now.reader, ipv6: bits}}),
    }),
  ),
  {
    id: "partial-in",
    label: "if partial answers (206) count",
    change: (now) => (now.statuses.includes(206) ? null : {...now, statuses: [...now.statuses, 206]}),
  },
];

function withoutList({name}: Methodology["robots"]["lists"][number]): Alternative {
  return {
    id: `${name}-in`,
    label: `if robots that only ${name} knows are people`,
    change: (now) => {
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
