import {statSync} from "node:fs";
import {UserError} from "../base/error.ts";
import {visible} from "../base/text.ts";
import {CleanCheck} from "./clean-line.ts";
import {completeDraft, discard, draftFacts, draftPlain, draftSpooled, openDraftClients} from "./draft.ts";
import type {Draft, DraftContext} from "./draft-context.ts";
import {type Packing, type Scan, scanFile, unpackedSpan} from "./scan.ts";

/**
 * What do a whole input's bytes tell, and which facts do its lines give?
 *
 * @param known The scan of it, if there is one.
 * @throws {UserError} INPUT_UNREADABLE
 */
export async function scanAndDraft(
  path: string,
  packing: Packing,
  known: Scan | null,
  context: DraftContext,
): Promise<[Scan, Draft]> {
  const limits = context.workspace.config.unpacking;
  const plain = await draftPlain(async (see) => {
    if (!known) return scanFile(path, packing, [], {see, limits});
    for await (const piece of unpackedSpan(path, packing, {from: 0, until: known.bytes})) await see(piece);
    return known;
  }, context);
  if (plain) {
    const [scan, draft] = plain;
    checkLines(draft, scan.lines, path);
    return plain;
  }
  const [scan, draft] = known ? [known, null] : await draftAsItIs(path, packing, context);
  if (draft) return [scan, draft];
  const second = await draftSpooled(path, packing, context, {until: scan.bytes});
  checkLines(second, scan.lines, path);
  return [scan, second];
}

/** Most files are clean: the engine reads while we look. Where a line is not, what it read is thrown away. */
async function draftAsItIs(path: string, packing: Packing, context: DraftContext): Promise<[Scan, Draft | null]> {
  const check = new CleanCheck();
  const limits = context.workspace.config.unpacking;
  const before = stampOf(path);
  const clients = await openDraftClients(context);
  try {
    const [scanned, drafted] = await Promise.allSettled([
      scanFile(path, packing, [], {check, limits, words: clients?.words ?? null}),
      draftFacts(path, packing, context),
    ]);
    const facts = drafted.status === "fulfilled" ? drafted.value : null;
    if (scanned.status === "fulfilled" && facts) {
      const {lines, marks} = scanned.value;
      // A server may be writing on while we read: then the two have not seen the same file.
      if (check.isClean && lines === facts.lines && stampOf(path) === before) {
        return [scanned.value, await completeDraft(facts, path, packing, context, {marks, clients})];
      }
    }
    if (facts) discard(facts);
    if (scanned.status === "rejected") throw scanned.reason;
    if (drafted.status === "rejected" && drafted.reason instanceof UserError) throw drafted.reason;
    return [scanned.value, null];
  } finally {
    await clients?.close();
  }
}

/**
 * Two counts of the same lines, made independently, have to agree: nothing is dropped silently.
 *
 * @throws {UserError} INPUT_UNREADABLE; the draft is thrown away.
 */
export function checkLines(draft: Draft, counted: number, path: string): void {
  if (draft.lines === counted) return;
  discard(draft);
  throw new UserError(
    "INPUT_UNREADABLE",
    `the file changed while it was read: ${draft.lines} lines where ${counted} were counted; nothing of it was counted`,
    "run the same command again",
    visible(path),
  );
}

function stampOf(path: string): string {
  const {size, mtimeMs, ino} = statSync(path);
  return `${size} ${mtimeMs} ${ino}`;
}
