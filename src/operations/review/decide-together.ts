import {existsSync, readFileSync} from "node:fs";
import {reasonText} from "../../methodology/decisions/append.ts";
import {parseDecisions, readDecisions} from "../../methodology/decisions/read.ts";
import {type DecisionRow, decisionOf} from "../../methodology/decisions/resolve.ts";
import type {ReviewedClient} from "../../report/review.ts";
import {decodeText} from "../../workspace/text-file.ts";
import {baseIn} from "../files/merge.ts";
import {type FileState, fileStateOf} from "../files/state.ts";
import {decidedClientIn, decisionIn} from "./decided.ts";
import type {DecisionPen, Made} from "./record.ts";

/** What became of decisions of somebody who had seen the blacklist as it was. */
export type SharedOutcome =
  /** They are written. `between`: how many rows others had written meanwhile, about others. */
  | {readonly kind: "written"; readonly between: number}
  /** Nothing is: others have decided about the same clients, in these rows; null where the file was changed otherwise than at its end. */
  | {readonly kind: "met"; readonly theirs: readonly TheirDecision[] | null};

/** What somebody else has decided. */
export type TheirDecision = NonNullable<ReviewedClient["decision"]>;

/** Who is decided about, and what had been seen of the blacklist. */
export interface SharedRequest {
  readonly seen: FileState;
  /** Clients' numbers, as text. */
  readonly clients: readonly string[];
  /** Of the workspace. */
  readonly key: string;
  /** What is to be written, made while nobody else writes. */
  readonly plan: () => readonly Made[];
}

/** What a form of decisions has to carry: the blacklist as it is. */
export function seenNow({path}: Pick<DecisionPen, "path">): FileState {
  return fileStateOf(existsSync(path) ? readFileSync(path) : null);
}

/**
 * Writes decisions down where nobody else has decided about the same clients since the blacklist was seen.
 *
 * What is sent twice is written once.
 *
 * @throws {UserError} What `plan` throws, or as {@link DecisionPen}
 */
export async function writeTogether(
  pen: DecisionPen,
  {seen, clients, key, plan}: SharedRequest,
): Promise<SharedOutcome> {
  let met: SharedOutcome | null = null;
  let between = 0;
  await pen.writePlanned(() => {
    const since = rowsSince(pen.path, seen);
    if (since === null) {
      met = {kind: "met", theirs: null};
      return [];
    }
    const theirs = since.filter(({who}) => clients.includes(decidedClientIn(who, key)));
    between = since.length - theirs.length;
    const planned = plan();
    if (theirs.length === 0) return planned;
    if (!isSame(theirs, planned, pen.by)) met = {kind: "met", theirs: theirs.map(decisionIn)};
    return [];
  });
  return met ?? {kind: "written", between};
}

/** Rows that were added since; null where what was there is not there any more. */
function rowsSince(path: string, seen: FileState): readonly DecisionRow[] | null {
  const content = existsSync(path) ? readFileSync(path) : null;
  if (fileStateOf(content).sha256 === seen.sha256) return [];
  if (content === null) return null;
  const base = seen.sha256 === null ? Buffer.alloc(0) : baseIn(seen, content);
  if (base === null) return null;
  const before = base.length === 0 ? [] : parseDecisions(decodeText(base)?.text ?? "", path);
  return readDecisions(path).slice(before.length);
}

function isSame(theirs: readonly DecisionRow[], ours: readonly Made[], by: string): boolean {
  const said = theirs.map((row) => JSON.stringify([decisionOf(row), row.reason, row.from, row.until, row.decidedBy]));
  const meant = ours.map(({decision, reason, from, until}) =>
    JSON.stringify([decision, reasonText(reason), from, until, reasonText(by)]),
  );
  return said.join() === meant.join();
}
