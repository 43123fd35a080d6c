/** What a person may decide about a client. */
export type ReviewDecision = "robot" | "reader" | "developer" | "later";

/** What counts in one span of months, before it is divided by days. */
export interface ReviewCounts {
  readonly readers: number;
  readonly documents: number;
  /** Null where no size was recorded. */
  readonly bytes: number | null;
}

/** The figures of one span of months, as the report prints them. */
export interface ReviewFigures {
  readonly readers: number;
  readonly megabytesPerDay: number | null;
  readonly documentsPerDay: number;
}

/** A span of the review, and what counts in it now. */
export interface ReviewSpan {
  /** `2005-07`, or the period's name. */
  readonly name: string;
  readonly daysCovered: number;
  readonly counts: ReviewCounts;
}

/** A reason to look at a client. */
export interface ReviewGround {
  readonly id: string;
  /** "more than 800 documents within 24 hours". */
  readonly label: string;
  readonly found: number;
}

/** What a client did in one span of months. */
export interface ClientSpan {
  readonly span: string;
  /** Different documents among those that it took. */
  readonly differentDocuments: number;
  /** What of it counts now. */
  readonly now: ReviewCounts;
  /** What would count if nobody had decided about it, and if it were a reader. */
  readonly asRuled: ReviewCounts;
  readonly asReader: ReviewCounts;
}

/** Many clients that came for a document or a few and fetched nothing that belongs to a page, alike in something. */
export interface ReviewWave {
  /** The same for all of its clients, and for no other's. */
  readonly id: string;
  /** In what they are alike, by its name: `agent-day`. */
  readonly likeness: string;
  /** Null where they are alike in something else. */
  readonly agent: string | null;
  /** ISO 3166-1 alpha-2; null where they are alike in something else. */
  readonly country: string | null;
  /** Number and owner of a network of the routing table; null where they are alike in something else. */
  readonly network: string | null;
  /** Days of their first documents, `YYYY-MM-DD`. */
  readonly from: string;
  readonly until: string;
  readonly clients: number;
  /** Of others who took the same documents, the share that fetched what belongs to a page. */
  readonly othersShare: number;
  /** What says the wave in one entry of the blacklist; null where none does, or it would leave out many others. */
  readonly entry: string | null;
  /** How many clients that entry leaves out; null where there is none. */
  readonly reach: number | null;
}

/** A group that the blacklist leaves out, on some of the days of a period. */
export interface DecidedGroup {
  readonly entry: string;
  readonly decision: NonNullable<ReviewedClient["decision"]>;
}

/** Why a client is listed for one month. */
export interface ListedMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  /** More documents than the limit. */
  readonly isOverLimit: boolean;
  readonly grounds: readonly ReviewGround[];
  /** The wave that it is of; null where it is of none. */
  readonly wave: ReviewWave | null;
}

/** A client that a person is to look at. */
export interface ReviewedClient {
  /** How it is written in the blacklist: an address, a network of IPv6, a host's name, or `client:NUMBER`. */
  readonly entry: string;
  /** Whose network it is; null where that is not known. */
  readonly owner: string | null;
  /** ISO 3166-1 alpha-2; null where that is not known. */
  readonly country: string | null;
  /** Null where it was not asked for, or there is none. */
  readonly reverseName: string | null;
  readonly listed: readonly ListedMonth[];
  /** Months and, where there are several, the period. */
  readonly spans: readonly ClientSpan[];
  /** "" for none, null where agents are not recorded; most documents first. */
  readonly agents: readonly {readonly agent: string | null; readonly documents: number}[];
  readonly agentCount: number;
  /** Those that it took most often. */
  readonly documents: readonly {readonly document: string; readonly documents: number}[];
  /** Documents by the hour of the publication's clock, from 0 to 23. */
  readonly hours: readonly number[];
  /** The last decision that speaks of the period; null for none. */
  readonly decision: {
    readonly decision: ReviewDecision;
    readonly by: string;
    readonly on: string;
    readonly reason: string;
    readonly from: string | null;
    readonly until: string | null;
  } | null;
}

/** The clients of a period that a person is to look at, as data, without markup. Text in it comes from strangers. */
export interface Review {
  readonly publication: string;
  /** The one site whose requests are told of; null for all. */
  readonly site: string | null;
  readonly period: string;
  /** As in a headline: "July 2005". */
  readonly title: string;
  readonly months: readonly string[];
  readonly timeZone: string;
  /** More documents than this in a month are too many. */
  readonly limit: number;
  /** Is the rule of the limit in force in some of the months? */
  readonly isLimitInForce: boolean;
  /** Days on which months were closed: of those no address is known, and nothing is decided. */
  readonly closed: ReadonlyMap<string, string>;
  /** What owners and countries were looked up in. */
  readonly lookedUpIn: readonly string[];
  readonly spans: readonly ReviewSpan[];
  readonly clients: readonly ReviewedClient[];
  /** Groups that are left out: their clients are not listed. */
  readonly groups: readonly DecidedGroup[];
}

/** Has nobody decided yet? Who is to be looked at later, is undecided, too. */
export function isUndecided({decision}: Pick<ReviewedClient, "decision">): boolean {
  return decision === null || decision.decision === "later";
}

/** The wave that a client is of, of several the first; null where it is of none. */
export function waveIn({listed}: Pick<ReviewedClient, "listed">): ReviewWave | null {
  return listed.find(({wave}) => wave !== null)?.wave ?? null;
}

/** The waves of a review, the largest first. */
export function wavesIn({clients}: Review): ReviewWave[] {
  const all = clients.flatMap(({listed}) => listed.flatMap(({wave}) => wave ?? []));
  const found = new Map(all.map((wave) => [wave.id, wave]));
  return [...found.values()].toSorted((one, other) => other.clients - one.clients);
}

/** Is a client of that wave? */
export function isOfWave({listed}: Pick<ReviewedClient, "listed">, {id}: ReviewWave): boolean {
  return listed.some(({wave}) => wave?.id === id);
}

/** Does nothing but a wave speak against a client, so that there is nothing to see in it alone? */
export function isOfWaveAlone({listed}: Pick<ReviewedClient, "listed">): boolean {
  return listed.every(({isOverLimit, grounds, wave}) => wave !== null && !isOverLimit && grounds.length === 1);
}

/** What of a client would count after a decision. */
export function countsAfter(client: ClientSpan, decision: ReviewDecision): ReviewCounts {
  if (decision === "reader") return client.asReader;
  return decision === "later" ? client.asRuled : noCounts;
}

/** The figures as they would be with other counts of one client. */
export function figuresWith(span: ReviewSpan, client: ClientSpan, counts: ReviewCounts): ReviewFigures {
  return reviewFigures({...span, counts: add(add(span.counts, counts, 1), client.now, -1)});
}

/** The figures of a span as they are, and as they would be with all of these clients left out, or as readers. */
export interface ReviewEffects {
  readonly now: ReviewFigures;
  readonly leftOut: ReviewFigures;
  readonly asReader: ReviewFigures;
}

/** What would become of the figures of a span? @param clients What each client did in it. */
export function effectsOf(span: ReviewSpan, clients: readonly ClientSpan[]): ReviewEffects {
  const without = clients.reduce((sum, {now}) => add(sum, now, -1), span.counts);
  const withReaders = clients.reduce((sum, {asReader}) => add(sum, asReader, 1), without);
  return {
    now: reviewFigures(span),
    leftOut: reviewFigures({...span, counts: without}),
    asReader: reviewFigures({...span, counts: withReaders}),
  };
}

/** The figures of a span. */
export function reviewFigures({counts, daysCovered}: ReviewSpan): ReviewFigures {
  const days = Math.max(1, daysCovered);
  return {
    readers: counts.readers,
    megabytesPerDay: counts.bytes === null ? null : counts.bytes / 1e6 / days,
    documentsPerDay: counts.documents / days,
  };
}

/**
 * The review after decisions about some of its clients that hold for all of its months.
 *
 * @param made By the clients' entries; null where there is none any more.
 */
export function afterDecisions(review: Review, made: ReadonlyMap<string, ReviewedClient["decision"]>): Review {
  const moved = new Map(review.spans.map(({name, counts}) => [name, counts]));
  const clients = review.clients.map((client) => {
    const decision = made.get(client.entry);
    if (decision === undefined) return client;
    const spans = client.spans.map((one) => {
      const now = countsAfter(one, decision?.decision ?? "later");
      const before = moved.get(one.span);
      if (before !== undefined) moved.set(one.span, add(add(before, now, 1), one.now, -1));
      return {...one, now};
    });
    return {...client, spans, decision};
  });
  return {...review, clients, spans: review.spans.map((span) => ({...span, counts: moved.get(span.name)!}))};
}

/** Of what was left out. */
export const noCounts: ReviewCounts = {readers: 0, documents: 0, bytes: 0};

function add(one: ReviewCounts, other: ReviewCounts, sign: 1 | -1): ReviewCounts {
  return {
    readers: one.readers + sign * other.readers,
    documents: one.documents + sign * other.documents,
    bytes: one.bytes === null ? null : one.bytes + sign * (other.bytes ?? 0),
  };
}
