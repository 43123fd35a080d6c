import {join} from "node:path";
import {UserError} from "../base/error.ts";
import {monthTitle, type Period} from "../base/period.ts";
import {listed, plural} from "../base/text.ts";
import {dayAt} from "../base/zone.ts";
import {clearBooks} from "../intake/ingest.ts";
import {openNames} from "../workspace/address-book.ts";
import type {Catalogue} from "../workspace/catalogue.ts";
import {checkFacts} from "../workspace/facts.ts";
import type {Workspace} from "../workspace/workspace.ts";
import {confirmOn} from "./check-networks.ts";
import {isSet, type Run, type Typed} from "./command.ts";
import {nothingFor} from "./covered.ts";
import {whileHeld} from "./hold.ts";
import {secondsOf} from "./judge-periods.ts";
import {type OpenWorkspace, periodTyped, withFiles, workspaceTyped} from "./open.ts";
import type {Outside} from "./outside.ts";
import {countDecidable, undecidedSentence} from "./undecided-clients.ts";

/** `broadsheet close`: drops the addresses of months for good; their figures stay. */
export const runClose: Run = async (typed, outside) => {
  const workspace = workspaceTyped(typed, outside);
  const {timeZone, engine} = workspace.config;
  if (engine.kind !== "duckdb") {
    const what = "no addresses are kept where requests are on servers, so that there is nothing to close";
    throw new UserError("COMMAND_INCOMPLETE", what, "see docs/engines.md", "engine");
  }
  const period = periodTyped(typed.words[0]!, timeZone, outside);
  const today = dayAt(outside.now(), timeZone);
  // Before the workspace is held: a question may wait for its answer for long.
  await withFiles(workspace, (open) => askAboutUndecided(open, period, typed, outside));
  return whileHeld(workspace, "close", typed, outside, () =>
    withFiles(workspace, async (open) => {
      await refuseEmpty(period, open);
      const {catalogue} = open;
      const before = catalogue.closedMonths();
      const counts = period.months.map((month) => addressesOf(month, catalogue, workspace));
      catalogue.closeMonths(period.months, today);
      // Again where a close was interrupted between the two.
      clearBooks(workspace.store, catalogue);
      if (isSet(typed, "quiet")) return 0;
      for (const [place, month] of period.months.entries()) {
        outside.stdout.write(`${tell(month, before.get(month), counts[place]!)}\n`);
      }
      outside.stdout.write(`${remains}\n`);
      return 0;
    }),
  );
};

/**
 * Does the person know that nobody decides about a closed month any more?
 *
 * @throws {UserError} CLIENTS_UNDECIDED where clients are undecided, and nobody says that this is meant.
 */
async function askAboutUndecided(open: OpenWorkspace, period: Period, typed: Typed, outside: Outside): Promise<void> {
  await refuseEmpty(period, open);
  const isMeant = isSet(typed, "undecided");
  if (isMeant && isSet(typed, "quiet")) return;
  const count = await countDecidable(open, period);
  if (count === 0) return;
  const about = `${undecidedSentence(count, period)}, and nobody can decide about ${count === 1 ? "it" : "them"} by address once it is closed`;
  if (isMeant) {
    outside.stderr.write(`${about}.\n`);
    return;
  }
  if (await confirmOn(outside)?.(`${about}. Close it all the same?`)) return;
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
async function refuseEmpty(period: Period, {workspace, catalogue, engine}: OpenWorkspace): Promise<void> {
  const {store, config} = workspace;
  const empty: string[] = [];
  for (const month of period.months) {
    const [from, until] = secondsOf([month], config.timeZone);
    const files = catalogue.parts(from, until).map(({file}) => join(store.facts, file));
    checkFacts(files);
    if (files.length > 0) await engine.openFacts(files);
    const [found] = files.length > 0 ? await engine.ask("requests-between", {from, until}) : [];
    if (Number(found?.["requests"] ?? 0) === 0) empty.push(month);
  }
  if (empty.length === 0) return;
  if (empty.length === period.months.length) throw nothingFor(period, catalogue.inputs(), config.timeZone);
  throw new UserError(
    "PERIOD_EMPTY",
    `there are no logs for ${listed(empty)}`,
    "close the months that have logs",
    period.name,
  );
}

function addressesOf(month: string, catalogue: Catalogue, {store, key}: Workspace): number {
  const names = new Set<string>();
  for (const book of catalogue.books([month])) {
    const path = join(store.addresses, book.file);
    for (const name of namesIn(path, key, month)) names.add(name);
  }
  return names.size;
}

/** A book that cannot be opened is dropped like any other. */
function namesIn(path: string, key: string, month: string): readonly string[] {
  try {
    return openNames(path, key, month) ?? [];
  } catch {
    return [];
  }
}
