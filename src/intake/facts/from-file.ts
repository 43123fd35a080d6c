import {UserError} from "../../base/error.ts";
import {visible} from "../../base/text.ts";
import type {PassingLines} from "../bytes/head.ts";
import {type Scan, scanFile, unpackedSpan} from "../bytes/read.ts";
import type {UnpackingMeter} from "../packings/limit.ts";
import type {PackedFile} from "../packings/packing.ts";
import {discard, draft} from "./draft.ts";
import type {Draft, DraftContext} from "./draft-types.ts";

/**
 * What do a whole input's bytes tell, and which facts do its lines give?
 *
 * @param known The scan of it, if there is one.
 * @param meter Is told what is unpacked where there is none; null where it is known that it is not too much.
 * @param passing Is shown the text on the way.
 * @throws {UserError} INPUT_UNREADABLE
 */
export async function scanAndDraft(
  file: PackedFile,
  known: Scan | null,
  meter: UnpackingMeter | null,
  context: DraftContext,
  passing: PassingLines | null = null,
): Promise<[Scan, Draft]> {
  const [scan, drafted] = await draft(async (take) => {
    const see = (piece: Buffer): Promise<void> => {
      passing?.see(piece);
      return take(piece);
    };
    if (!known) return scanFile(file, [], {see, meter});
    for await (const piece of unpackedSpan(file, {from: 0, until: known.bytes})) await see(piece);
    return known;
  }, context);
  checkLines(drafted, scan.lines, file.where);
  return [scan, drafted];
}

/**
 * Two counts of the same lines, made independently, have to agree: nothing is dropped silently.
 *
 * @throws {UserError} INPUT_UNREADABLE; the draft is thrown away.
 */
export function checkLines(drafted: Draft, counted: number, where: string): void {
  if (drafted.lines === counted) return;
  discard(drafted);
  throw new UserError(
    "INPUT_UNREADABLE",
    `the file changed while it was read: ${drafted.lines} lines where ${counted} were counted; nothing of it was counted`,
    "run the same command again",
    visible(where),
  );
}
