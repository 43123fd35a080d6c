import {advise} from "../../base/advice.ts";
import {UserError} from "../../base/error.ts";
import type {Period} from "../../base/period.ts";
import {joinAnd} from "../../base/text.ts";
import {dayAt} from "../../base/zone.ts";
import type {Attendance} from "../listener.ts";
import {nothingFor} from "../store/covered.ts";
import {whileHeld} from "../store/hold.ts";
import {dayRangeOf, type OpenStore, secondsOf} from "../store/judge.ts";
import {withStore} from "../store/open.ts";
import type {Store} from "../store/store.ts";
import {countDecidable, undecidedSentence} from "./undecided.ts";

/** What became of a month that was closed. */
export interface ClosedMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  /** The day on which it had been closed before; null where it was open. */
  readonly closedBefore: string | null;
  /** How many addresses are gone now. */
  readonly addresses: number;
}

/** Clients that nobody can decide about by their address once the period is closed. */
export interface UndecidedClients {
  readonly count: number;
  /** The same as a clause. */
  readonly text: string;
  /** What is said where that is not meant. */
  readonly fault: UserError;
}

/**
 * How many clients are undecided that somebody could still decide about? Null where none are.
 *
 * @throws {UserError} PERIOD_EMPTY, or as `surveyClients`
 */
export async function countUndecided(
  store: Store,
  period: Period,
  {signal}: Attendance = {},
): Promise<UndecidedClients | null> {
  const count = await withStore(store, (open) => countOpen(open, period), signal);
  if (count === 0) return null;
  const them = count === 1 ? "it" : "them";
  const text = `${undecidedSentence(count, period)}, and nobody can decide about ${them} by address once it is closed`;
  const help = advise("decide-or-close", {period: period.name});
  return {count, text, fault: new UserError("CLIENTS_UNDECIDED", text, help, period.name)};
}

async function countOpen(open: OpenStore, period: Period): Promise<number> {
  await refuseEmpty(period, open);
  return countDecidable(open, period);
}

/**
 * Is there a month of the period that has no logs?
 *
 * @throws {UserError} PERIOD_EMPTY
 */
export function checkClosable(store: Store, period: Period): Promise<void> {
  return withStore(store, (open) => refuseEmpty(period, open));
}

/**
 * Drops the addresses of months for good; their figures stay.
 *
 * @throws {UserError} PERIOD_EMPTY or WORKSPACE_BUSY
 */
export async function closeMonths(
  store: Store,
  period: Period,
  options: Attendance & {readonly waitSeconds?: number} = {},
): Promise<ClosedMonth[]> {
  const today = dayAt(store.now(), store.workspace.config.timeZone);
  return whileHeld(store, "close", options, () =>
    withStore(store, async (open) => {
      await refuseEmpty(period, open);
      const before = open.catalogue.closedMonths();
      const closed: ClosedMonth[] = [];
      for (const month of period.months) {
        const addresses = await countNames(month, open);
        closed.push({month, closedBefore: before.get(month) ?? null, addresses});
      }
      await open.addresses.close(period.months, today);
      return closed;
    }),
  );
}

/** A month whose logs are yet to come is not closed by a slip: no address of it would be kept any more. */
async function refuseEmpty(period: Period, {workspace, catalogue, engine, locate}: OpenStore): Promise<void> {
  const {timeZone} = workspace.config;
  const empty: string[] = [];
  const session = await engine.session();
  for (const month of period.months) {
    const [from, until] = secondsOf([month], timeZone);
    const {facts} = await locate(catalogue.parts(from, until));
    if (facts.length > 0) await session.openFacts(facts, {...dayRangeOf([month], timeZone), rulePeriods: []});
    const [found] = facts.length > 0 ? await session.ask("requests-between", {from, until}) : [];
    if (Number(found?.["requests"] ?? 0) === 0) empty.push(month);
  }
  await session.close();
  if (empty.length === 0) return;
  if (empty.length === period.months.length) throw nothingFor(period, catalogue.inputs(), timeZone);
  throw new UserError(
    "PERIOD_EMPTY",
    `there are no logs for ${joinAnd(empty)}`,
    "close the months that have logs",
    period.name,
  );
}

async function countNames(month: string, {catalogue, addresses}: OpenStore): Promise<number> {
  const names = new Set<string>();
  for (const book of catalogue.books([month])) {
    // A book that cannot be opened is dropped like any other.
    const found = await addresses.namesIn(book).catch((fault: unknown) => {
      if (fault instanceof UserError && fault.code === "WORKSPACE_DAMAGED") return null;
      throw fault;
    });
    for (const name of found ?? []) names.add(name);
  }
  return names.size;
}
