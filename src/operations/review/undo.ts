import {UserError} from "../../base/error.ts";
import type {ClientSelector} from "../../methodology/decisions/entry.ts";
import {groupText} from "../../methodology/decisions/group.ts";
import {entryCell} from "../../methodology/decisions/read.ts";
import {decisionOf} from "../../methodology/decisions/resolve.ts";
import {openDays} from "../../report/review-days.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import {blacklistEntry, DecidedClients, decidedClientIn} from "./decided.ts";
import type {Made} from "./record.ts";

/** Whose decision is taken back, and why. */
export interface UndoRequest {
  /** As the review writes the client. */
  readonly entry: string;
  /** The months of the review: what is taken back is the decision that it shows. */
  readonly months: readonly string[];
  /** All closed months of the workspace, whose figures stay. */
  readonly closed: readonly string[];
  readonly reason: string;
}

/**
 * What is to be written so that the decision about a client holds no more?
 *
 * No row is taken out: new ones say what held before, for the days on which the decision holds, or `later` where nobody had decided.
 * Taking the new one back brings the decision back.
 *
 * @throws {UserError} DECISIONS_REFUSED where nobody has decided, or all of its days are closed; BLACKLIST_REFUSED
 */
export function planUndo(workspace: Workspace, {entry, months, closed, reason}: UndoRequest): Made[] {
  const decided = DecidedClients.read(workspace, months);
  const who = entryCell.safeParse(entry.trim());
  const client = who.success ? decidedClientIn(who.data, workspace.key) : "";
  const taken = decided.rowAbout(client, months);
  const held = taken === null ? [] : decided.heldWithout(client, taken);
  const isNothing = held.every(({row}) => row === null) && (taken === null || decisionOf(taken) === "later");
  if (taken === null || isNothing) {
    const help = "name a client that the review shows as decided, and a period that the decision speaks of";
    throw new UserError("DECISIONS_REFUSED", `nobody has decided about ${entry}, so nothing is taken back`, help);
  }
  const rows = held.flatMap(({row, ...days}) =>
    openDays(days, closed).map((open): Made => {
      const before = row === null ? "" : withoutPrefix(row.reason, reason);
      return {
        entry: entryOf(taken.who, client),
        ...open,
        decision: row === null ? "later" : decisionOf(row),
        reason: before === "" ? reason : `${reason}: ${before}`,
      };
    }),
  );
  if (rows.length > 0) return rows;
  const help = "leave it: the figures of closed months stay as they are";
  throw new UserError("DECISIONS_REFUSED", `what was decided about ${entry} is about closed months alone`, help);
}

function entryOf(who: ClientSelector, client: string): string {
  if ("group" in who) return groupText(who.group)!;
  return "client" in who ? who.client : blacklistEntry(client, null);
}

/** So that taking back and forth does not make the reason longer each time. */
function withoutPrefix(text: string, prefix: string): string {
  return text === prefix ? "" : text.startsWith(`${prefix}: `) ? text.slice(prefix.length + 2) : text;
}
