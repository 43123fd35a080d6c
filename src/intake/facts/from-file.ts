import {UserError} from "../../base/error.ts";
import {visible} from "../../base/text.ts";
import {type Packing, type Scan, scanFile, unpackedSpan} from "../bytes/read.ts";
import {discard, draft} from "./draft.ts";
import type {Draft, DraftContext} from "./draft-types.ts";

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
  const [scan, drafted] = await draft(async (see) => {
    if (!known) return scanFile(path, packing, [], {see, limits});
    for await (const piece of unpackedSpan(path, packing, {from: 0, until: known.bytes})) await see(piece);
    return known;
  }, context);
  checkLines(drafted, scan.lines, path);
  return [scan, drafted];
}

/**
 * Two counts of the same lines, made independently, have to agree: nothing is dropped silently.
 *
 * @throws {UserError} INPUT_UNREADABLE; the draft is thrown away.
 */
export function checkLines(drafted: Draft, counted: number, path: string): void {
  if (drafted.lines === counted) return;
  discard(drafted);
  throw new UserError(
    "INPUT_UNREADABLE",
    `the file changed while it was read: ${drafted.lines} lines where ${counted} were counted; nothing of it was counted`,
    "run the same command again",
    visible(path),
  );
}
