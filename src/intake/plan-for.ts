import {advise} from "../base/advice.ts";
import {UserError} from "../base/error.ts";
import {visible} from "../base/text.ts";
import type {InputRow} from "../workspace/catalogue/catalogue.ts";
import type {Workspace} from "../workspace/workspace.ts";
import type {Head} from "./bytes/head.ts";
import {isKnownFormat} from "./formats/named.ts";
import type {AddressSource} from "./line/fields.ts";
import type {ReadingPlan} from "./line/input-lines.ts";
import {addressesOf, namedClients, type PlanFound, planOf, type ReadingSettings} from "./line/plan.ts";
import {foundAgain, readingIn} from "./recorded-reading.ts";
import {notALog} from "./strangers/not-a-log.ts";

/**
 * How is the input to be read?
 *
 * @throws {UserError} INPUT_NOT_A_LOG, or INPUT_UNCLEAR where only a person can say who the client is.
 */
export async function planFor(head: Head, reading: ReadingSettings): Promise<ReadingPlan> {
  const found = planOf(head, reading);
  if (found.plan === null) throw await faultOf(found, head);
  return found.plan;
}

/**
 * How is an input to be read that is compared with one that was read, or continues it? As that was, however few lines there are to tell it by.
 *
 * @returns null where that is not known any more.
 * @throws {UserError} INPUT_NOT_A_LOG
 */
export async function planLike(
  like: InputRow,
  head: Head,
  context: {readonly reading: ReadingSettings; readonly workspace: Pick<Workspace, "key">},
): Promise<ReadingPlan | null> {
  const reading = readingIn(like.reading);
  const said = reading?.said ?? context.reading;
  const format = said.format ?? (isKnownFormat(like.format) ? like.format : null);
  const found = planOf(head, {...said, format}, {client: reading?.two});
  if (found.plan === null) throw await faultOf(found, head);
  const plan = {...found.plan, isNamed: said.format !== null};
  if (reading === null) return plan;
  const {order, trusted, shortened, better, everybody: recorded} = reading;
  const proxies = foundAgain(trusted, addressesOf(head.sample, plan), context.workspace.key);
  if (proxies === null) return null;
  const ordered = {...plan, order, trusted: proxies, shortened, better};
  const everybody = foundAgain(recorded, namedClients(head.sample, ordered), context.workspace.key);
  return everybody && {...ordered, everybody};
}

async function faultOf(found: Exclude<PlanFound, {fault: null}>, head: Head): Promise<UserError> {
  const where = visible(head.file.where);
  if (found.fault === "no-log") return notALog(head, null);
  if (found.fault === "unclear") {
    const [one, other] = found.between;
    return new UserError(
      "INPUT_UNCLEAR",
      `${told(one)} and ${told(other)} both hold addresses that change, and they would give other readers`,
      advise("choose-client", {first: other, second: one}),
      where,
    );
  }
  return new UserError(
    "INPUT_UNCLEAR",
    "no line of it holds an address where client says that it is",
    advise("name-client-field", {held: found.held}),
    where,
  );
}

function told(source: AddressSource): string {
  if (source === "first" || source === "second") return `the ${source} word of the lines`;
  return source === "connection" ? "the connection" : source;
}
