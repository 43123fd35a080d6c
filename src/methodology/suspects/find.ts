import type {QueryEngine} from "../../engine/query-engine.ts";
import type {Methodology} from "../methodology.ts";
import {methodologyIn, stretchesOf} from "../rule-periods.ts";
import {flagSuspects, type Suspicion} from "./flag.ts";
import type {Signal} from "./signals.ts";
import type {Wave} from "./waves.ts";

/** What a limit usually is, where a methodology has none. */
const usualLimit = 1000;

/** Why a client is to be looked at in one month. */
export interface Doubt {
  /** The client's number, as text: it may be too large to be a number. */
  readonly client: string;
  /** `YYYY-MM`. */
  readonly month: string;
  /** Documents that only the limit might leave out. */
  readonly documents: number;
  readonly isOverLimit: boolean;
  readonly grounds: readonly Signal[];
  /** The wave that it is of; null where it is of none. */
  readonly wave: Wave | null;
}

/** More documents than this in a month are too many, whether the rule is in force in these months or not. */
export function limitOf(methodology: Methodology, months: readonly string[]): number {
  const own = months.map((month) => methodologyIn(methodology, month));
  const limits = [...own, ...stretchesOf(methodology)].flatMap(({heavyReaders}) => heavyReaders ?? []);
  return limits[0]?.documents ?? usualLimit;
}

/** Which clients took more than the limit? Those who are decided to be readers are passed over. */
export async function findOverLimit(engine: QueryEngine, limit: number): Promise<Doubt[]> {
  const rows = await engine.ask("over-limit", {documents: limit});
  return rows.map(({client_text: client, month, documents}) => {
    const [name, of] = [String(client), String(month).slice(0, 7)];
    return {client: name, month: of, documents: Number(documents), isOverLimit: true, grounds: [], wave: null};
  });
}

/**
 * Which clients should a person look at: those over the limit, and those that may be robots?
 *
 * @param engine With `request` judged whole.
 * @param limit See {@link limitOf}.
 * @param agents Names by their number.
 * @returns By month, then those with the most documents first.
 */
export async function findDoubtful(engine: QueryEngine, limit: number, agents: readonly string[]): Promise<Doubt[]> {
  const doubts = new Map<string, Doubt>();
  for (const doubt of await findOverLimit(engine, limit)) doubts.set(`${doubt.month} ${doubt.client}`, doubt);
  for (const {client, month, grounds, documents, wave} of await flagSuspects(engine, agents)) {
    const key = `${month} ${client}`;
    doubts.set(key, {client, month, documents, isOverLimit: doubts.has(key), grounds, wave});
  }
  return [...doubts.values()].toSorted(
    (one, other) =>
      (one.month < other.month ? -1 : Number(one.month > other.month)) ||
      other.documents - one.documents ||
      (one.client < other.client ? -1 : 1),
  );
}

/** How many clients of a period nobody has decided about. */
export interface Undecided {
  readonly clients: number;
  /** More documents than this in a month are too many. */
  readonly limit: number;
  /** Are those among them that may be robots? Finding them takes a look at every document. */
  readonly hasNominated: boolean;
  /** `YYYY-MM`, in order: the months with such a client. */
  readonly months: readonly string[];
}

/**
 * About how many clients of these months has nobody decided?
 *
 * @param engine With `request` judged; whole, unless a client {@link isClientReader is a reader}.
 * @param nominations Null where it is not known who may be a robot.
 * @returns null where there are none.
 */
export async function countDoubtful(
  engine: QueryEngine,
  methodology: Methodology,
  months: readonly string[],
  nominations: readonly Suspicion[] | null,
): Promise<Undecided | null> {
  const limit = limitOf(methodology, months);
  const over = isClientReader(methodology)
    ? await findReadersOverLimit(engine, limit)
    : await findOverLimit(engine, limit);
  const own = [...over, ...(nominations ?? [])].filter(({month}) => months.includes(month));
  if (own.length === 0) return null;
  return {
    clients: new Set(own.map(({client}) => client)).size,
    limit,
    hasNominated: nominations !== null,
    months: [...new Set(own.map(({month}) => month))].sort(),
  };
}

/** Is each client one reader? Then decisions about clients are decisions about readers. */
export function isClientReader(methodology: Methodology): boolean {
  return stretchesOf(methodology).every(({reader}) => reader.ipv6 === 64 && !reader.byAgent);
}

/** The same as {@link findOverLimit}, of what was not judged whole, where a client is a reader. */
async function findReadersOverLimit(engine: QueryEngine, limit: number): Promise<Pick<Doubt, "client" | "month">[]> {
  const rows = await engine.ask("over-limit-readers", {documents: limit});
  return rows.map(({reader_text: reader, month}) => ({client: String(reader), month: String(month).slice(0, 7)}));
}
