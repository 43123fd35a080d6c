import {UserError} from "../../base/error.ts";
import {monthTitle, type Period} from "../../base/period.ts";
import {joinAnd, plural} from "../../base/text.ts";
import {dayAt} from "../../base/zone.ts";
import {countDecidable, undecidedSentence} from "../../operations/review/undecided.ts";
import {nothingFor} from "../../operations/store/covered.ts";
import {whileHeld} from "../../operations/store/hold.ts";
import {dayRangeOf, type OpenStore, secondsOf} from "../../operations/store/judge.ts";
import {withStore} from "../../operations/store/open.ts";
import {isSet, type ParsedArgs, type Run} from "../command.ts";
import {confirmOn} from "../confirm.ts";
import type {Environment} from "../environment.ts";
import {holdingFromArgs, periodFromArgs, storeFromArgs} from "../from-args.ts";

/** `broadsheet close`: drops the addresses of months for good; their figures stay. */
export const runClose: Run = async (args, environment) => {
  const store = storeFromArgs(args, environment);
  const {workspace} = store;
  const {timeZone} = workspace.config;
  const period = periodFromArgs(args.words[0]!, timeZone, environment);
  const today = dayAt(environment.now(), timeZone);
  // Before the workspace is held: a question may wait for its answer for long.
  await withStore(store, (open) => askAboutUndecided(open, period, args, environment));
  return whileHeld(store, "close", holdingFromArgs(args, environment), () =>
    withStore(store, async (open) => {
      await refuseEmpty(period, open);
      const before = open.catalogue.closedMonths();
      const counts: number[] = [];
      for (const month of period.months) counts.push(await countNames(month, open));
      await open.addresses.close(period.months, today);
      if (isSet(args, "quiet")) return 0;
      for (const [place, month] of period.months.entries()) {
        environment.stdout.write(`${tell(month, before.get(month), counts[place]!)}\n`);
      }
      environment.stdout.write(`${remains}\n`);
      return 0;
    }),
  );
};

/**
 * Does the person know that nobody decides about a closed month any more?
 *
 * @throws {UserError} CLIENTS_UNDECIDED where clients are undecided, and nobody says that this is meant.
 */
async function askAboutUndecided(
  open: OpenStore,
  period: Period,
  args: ParsedArgs,
  environment: Environment,
): Promise<void> {
  await refuseEmpty(period, open);
  const isMeant = isSet(args, "undecided");
  if (isMeant && isSet(args, "quiet")) return;
  const count = await countDecidable(open, period);
  if (count === 0) return;
  const about = `${undecidedSentence(count, period)}, and nobody can decide about ${count === 1 ? "it" : "them"} by address once it is closed`;
  if (isMeant) {
    environment.stderr.write(`${about}.\n`);
    return;
  }
  if (await confirmOn(environment)?.(`${about}. Close it all the same?`)) return;
  throw new UserError(
    "CLIENTS_UNDECIDED",
    about,
    `decide with broadsheet review ${period.name}, or close it all the same with --undecided`,
    period.name,
  );
}

const remains = `What remains: the figures, the requests under numbers instead of addresses,
and the clients that your blacklist names.`;

function tell(month: string, closedOn: string | undefined, addresses: number): string {
  const title = monthTitle(month);
  if (closedOn !== undefined) return `${title} was closed on ${closedOn} and has no addresses.`;
  if (addresses === 0) return `${title} is closed. No addresses of it were kept.`;
  return `${title} is closed. ${plural(addresses, "address is", "addresses are")} gone.`;
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
