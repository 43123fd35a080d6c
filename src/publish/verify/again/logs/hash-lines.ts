import {createHash, type Hash} from "node:crypto";

/** SHA-256 of the first lines of a text. */
export interface HashedLines {
  /** With the newline behind the last of them, and without. */
  readonly sha256: readonly [ended: string, open: string];
  /** How long they are, with that newline. */
  readonly bytes: number;
}

/** What one pass over a text tells. */
export interface HashedText {
  /** Of all that was read. */
  readonly sha256: string;
  /** Lines that were read, the last one too where no newline ends it. */
  readonly lines: number;
  readonly bytes: number;
  /** For each number of lines that was asked for and that the text has. */
  readonly beginnings: ReadonlyMap<number, HashedLines>;
}

const newline = 10;

/**
 * The hashes of a text's first lines, for as many of them as are asked for.
 *
 * @param counts Numbers of lines.
 * @param isWhole Is the text to be read to its end, even where no number asks for it?
 */
export async function hashLines(
  pieces: AsyncIterable<Buffer>,
  counts: readonly number[],
  {isWhole}: {readonly isWhole: boolean},
): Promise<HashedText> {
  const hash = createHash("sha256");
  const wanted = [...new Set(counts)].filter((count) => count > 0).sort((one, other) => one - other);
  const beginnings = new Map<number, HashedLines>();
  const state = {lines: 0, bytes: 0, isOpen: false};
  for await (const piece of pieces) {
    let from = 0;
    for (let end = piece.indexOf(newline); end !== -1; end = piece.indexOf(newline, end + 1)) {
      state.lines++;
      if (state.lines !== wanted[0]) continue;
      wanted.shift();
      hash.update(piece.subarray(from, end));
      const open = digestOf(hash);
      hash.update(piece.subarray(end, end + 1));
      from = end + 1;
      beginnings.set(state.lines, {sha256: [digestOf(hash), open], bytes: state.bytes + from});
      if (wanted.length === 0 && !isWhole) {
        return {sha256: digestOf(hash), lines: state.lines, bytes: state.bytes + from, beginnings};
      }
    }
    hash.update(piece.subarray(from));
    if (piece.length > 0) state.isOpen = piece.at(-1) !== newline;
    state.bytes += piece.length;
  }
  const lines = state.lines + (state.isOpen ? 1 : 0);
  const sha256 = digestOf(hash);
  if (state.isOpen && lines === wanted[0]) {
    hash.update("\n");
    beginnings.set(lines, {sha256: [digestOf(hash), sha256], bytes: state.bytes});
  }
  return {sha256, lines, bytes: state.bytes, beginnings};
}

function digestOf(hash: Hash): string {
  return hash.copy().digest("hex");
}
