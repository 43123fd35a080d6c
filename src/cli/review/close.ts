import {monthTitle, type Period} from "../../base/period.ts";
import {plural} from "../../base/text.ts";
import {type ClosedMonth, checkClosable, closeMonths, countUndecided} from "../../operations/review/close.ts";
import type {Store} from "../../operations/store/store.ts";
import {isSet, type ParsedArgs, type Run} from "../command.ts";
import {confirmOn} from "../confirm.ts";
import type {Environment} from "../environment.ts";
import {holdingFromArgs, periodFromArgs, storeFromArgs} from "../from-args.ts";

/** `broadsheet close`: drops the addresses of months for good; their figures stay. */
export const runClose: Run = async (args, environment) => {
  const store = storeFromArgs(args, environment);
  const period = periodFromArgs(args.words[0]!, store.workspace.config.timeZone, environment);
  // Before the workspace is held: a question may wait for its answer for long.
  await askAboutUndecided(store, period, args, environment);
  const closed = await closeMonths(store, period, holdingFromArgs(args, environment));
  if (isSet(args, "quiet")) return 0;
  environment.stdout.write(`${[...closed.map(tell), remains].join("\n")}\n`);
  return 0;
};

/**
 * Does the person know that nobody decides about a closed month any more?
 *
 * @throws {UserError} CLIENTS_UNDECIDED where clients are undecided, and nobody says that this is meant.
 */
async function askAboutUndecided(
  store: Store,
  period: Period,
  args: ParsedArgs,
  environment: Environment,
): Promise<void> {
  const isMeant = isSet(args, "undecided");
  if (isMeant && isSet(args, "quiet")) return checkClosable(store, period);
  const undecided = await countUndecided(store, period, {signal: environment.signal});
  if (undecided === null) return;
  if (isMeant) {
    environment.stderr.write(`${undecided.text}.\n`);
    return;
  }
  if (await confirmOn(environment)?.(`${undecided.text}. Close it all the same?`)) return;
  throw undecided.fault;
}

const remains = `What remains: the figures, the requests under numbers instead of addresses,
and the clients that your blacklist names.`;

function tell({month, closedBefore, addresses}: ClosedMonth): string {
  const title = monthTitle(month);
  if (closedBefore !== null) return `${title} was closed on ${closedBefore} and has no addresses.`;
  if (addresses === 0) return `${title} is closed. No addresses of it were kept.`;
  return `${title} is closed. ${plural(addresses, "address is", "addresses are")} gone.`;
}
