/** What is known of one client in one month, from the requests that the rules before the limit have left. */
export interface Conduct {
  /** When each document was asked for, in seconds, in order. */
  readonly seconds: readonly number[];
  /** Which document each was, in step with the seconds. */
  readonly documents: readonly number[];
  /** Agents that the client named; "" for none. */
  readonly agents: readonly string[];
  /** Did it ever fetch a graphic, a style sheet or a script? */
  readonly hasFetchedFurniture: boolean;
}

/** A reason to look at a client: what was found, against what is usual. It decides nothing. */
export interface Signal {
  readonly id: SignalId;
  /** The figure that gave the reason. */
  readonly found: number;
}

/** Why a client may be a robot that does not say so. */
export type SignalId = keyof typeof signals;

/** What a client tells alone, without others beside it. */
type OwnSignalId = Exclude<SignalId, "wave">;

/** The thresholds, and how each is told. */
export const signals = {
  "many-in-a-day": {threshold: 800, label: "more than 800 documents within 24 hours"},
  "many-a-minute": {threshold: 30, label: "30 documents a minute or more, as long as it was there"},
  "few-different": {threshold: 0.2, label: "more than 100 documents, less than a fifth of them different"},
  "long-agent": {threshold: 400, label: "an agent of more than 400 characters"},
  "short-agent": {threshold: 25, label: "an agent of fewer than 25 characters"},
  "no-furniture": {
    threshold: 50,
    label: "a browser by its name, more than 50 documents, and nothing that belongs to a page",
  },
  wave: {
    threshold: 20,
    label:
      "one of 20 or more alike, each with 3 documents at most and nothing that belongs to a page, where others took that",
  },
} as const;

const daySeconds = 86_400;
const fewDifferentFrom = 100;

/**
 * What speaks for looking at a client?
 *
 * @returns Each ground that fits, in the order of {@link signals}; none for most people.
 */
export function findGrounds(conduct: Conduct): Signal[] {
  const found: Record<OwnSignalId, number | null> = {
    "many-in-a-day": above(mostWithin(conduct.seconds, daySeconds), signals["many-in-a-day"].threshold),
    "many-a-minute": rateOf(conduct.seconds),
    "few-different": shareDifferent(conduct.documents),
    "long-agent": above(Math.max(0, ...lengthsOf(conduct)), signals["long-agent"].threshold),
    "short-agent": shortest(lengthsOf(conduct)),
    "no-furniture": withoutFurniture(conduct),
  };
  return (Object.keys(found) as OwnSignalId[]).flatMap((id) => {
    const figure = found[id];
    return figure === null ? [] : [{id, found: figure}];
  });
}

/** The most that fell within any span of so many seconds. */
export function mostWithin(seconds: readonly number[], spanSeconds: number): number {
  let most = 0;
  let first = 0;
  for (const [index, second] of seconds.entries()) {
    while (second - seconds[first]! >= spanSeconds) first++;
    most = Math.max(most, index - first + 1);
  }
  return most;
}

/** Documents a minute over the time in which the client was active, where that is at least the threshold. */
function rateOf(seconds: readonly number[]): number | null {
  if (seconds.length < signals["many-a-minute"].threshold) return null;
  // A burst within one minute is a minute's worth.
  const minutes = Math.max(1, (seconds.at(-1)! - seconds[0]!) / 60);
  const rate = seconds.length / minutes;
  return rate >= signals["many-a-minute"].threshold ? rate : null;
}

function shareDifferent(documents: readonly number[]): number | null {
  if (documents.length <= fewDifferentFrom) return null;
  const share = new Set(documents).size / documents.length;
  return share < signals["few-different"].threshold ? share : null;
}

function lengthsOf({agents}: Conduct): number[] {
  // Who names no agent is a robot by rule, and not a matter of length.
  return agents.filter((agent) => agent !== "").map((agent) => agent.length);
}

function shortest(lengths: readonly number[]): number | null {
  const least = Math.min(Number.POSITIVE_INFINITY, ...lengths);
  return least < signals["short-agent"].threshold ? least : null;
}

function withoutFurniture({agents, documents, hasFetchedFurniture}: Conduct): number | null {
  if (hasFetchedFurniture || !agents.some((agent) => agent.startsWith("Mozilla/"))) return null;
  return above(documents.length, signals["no-furniture"].threshold);
}

function above(figure: number, threshold: number): number | null {
  return figure > threshold ? figure : null;
}
