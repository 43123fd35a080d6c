import {z} from "zod";
import {advise} from "../../base/advice.ts";
import {joinAnd} from "../../base/text.ts";
import {reasonText} from "../../methodology/decisions/append.ts";
import {decisionCell, entryCell} from "../../methodology/decisions/read.ts";
import {verdictsOfPeople} from "../../methodology/decisions/resolve.ts";
import type {ReviewedClient} from "../../report/review.ts";
import {closedWithin} from "../../report/review-days.ts";
import {dayOrEmptyCell} from "../../workspace/sheet/cell.ts";
import {readSheet, type SheetKind} from "../../workspace/sheet/sheet.ts";
import type {Store} from "../store/store.ts";
import {clientOf, decidedClientIn} from "./decided.ts";
import type {Made} from "./record.ts";
import type {Surveyed} from "./survey.ts";

const shape = {
  entry: entryCell,
  decision: decisionCell,
  reason: z.string(),
  from: dayOrEmptyCell.optional(),
  until: dayOrEmptyCell.optional(),
};

const kind: SheetKind<typeof shape> = {
  code: "DECISIONS_REFUSED",
  name: "file of decisions",
  help: advise("begin-sheet"),
  columns: z.object(shape),
};

/** What a file decides, and how many of its rows were decided so before. */
export interface Decided {
  readonly decisions: readonly Made[];
  readonly knownCount: number;
}

/**
 * Reads what a person has filled into the sheet of a review. A row without a decision is passed over.
 *
 * @throws {UserError} DECISIONS_REFUSED, with all lines that cannot be used: then none is.
 */
export function readDecisionSheet({workspace}: Store, path: string, {review, closed}: Surveyed): Decided {
  const clients = new Map(review.clients.map((client) => [clientOf(client, workspace.key), client]));
  const seen = new Map<string, number>();
  const decisions: Made[] = [];
  let knownCount = 0;
  readSheet(path, kind, ({entry: who, decision, reason, from = null, until = null}, {line, refuse}) => {
    if (decision === null) {
      if (reason !== "")
        refuse("there is a reason without a decision", `write one of ${joinAnd(verdictsOfPeople)}`, "decision");
      return;
    }
    const number = decidedClientIn(who, workspace.key);
    const client = clients.get(number);
    if (!client) {
      refuse(
        `the client is not among those to be looked at in ${review.title}`,
        "take its row out, or write it into the blacklist yourself",
        "entry",
      );
      return;
    }
    const before = seen.get(number);
    if (before !== undefined)
      refuse(`line ${before} decides about the same client`, "take one of the two out", "entry");
    seen.set(number, line);
    if (reason === "" && decision !== "later") refuse("there is no reason", "say why, in a few words", "reason");
    if (from !== null && until !== null && until < from) {
      refuse(`until ${until} is before from ${from}`, "swap the two days, or leave one empty");
    }
    const month = closedWithin({from, until}, closed);
    if (month !== null) {
      refuse(`${month} is closed, and its figures stay as they are`, "choose days outside of it in from and until");
    }
    if (isSame(client, {decision, reason, from, until})) knownCount++;
    else decisions.push({entry: client.entry, decision, reason, from, until});
  });
  return {decisions, knownCount};
}

function isSame({decision: held}: ReviewedClient, {decision, reason, from, until}: Omit<Made, "entry">): boolean {
  return (
    held !== null &&
    held.decision === decision &&
    reasonText(held.reason) === reasonText(reason) &&
    held.from === from &&
    held.until === until
  );
}
