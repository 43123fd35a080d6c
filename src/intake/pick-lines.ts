import {createReadStream} from "node:fs";
import {cleanLine} from "./clean-line.ts";
import {linesBetweenMarks, type Packing, unpacked} from "./scan.ts";

/** A line of an input, made harmless. */
export interface PickedLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

const newline = 10;

/**
 * The text of some lines of a file, one after the other.
 *
 * @param numbers From 1, rising.
 * @param marks Where lines 1, 1 + `linesBetweenMarks`, … begin, in bytes; `[0]` where only the first is known. Used
 *   to come near a line without reading what is before it, which a packed file does not allow.
 */
export async function* pickLines(
  path: string,
  packing: Packing,
  numbers: readonly number[],
  marks: readonly number[],
): AsyncGenerator<PickedLine> {
  const spans = packing === "none" ? Map.groupBy(numbers, (number) => spanOf(number, marks)) : new Map([[0, numbers]]);
  for (const [span, wanted] of spans) {
    const pieces = packing === "none" ? createReadStream(path, {start: marks[span]!}) : unpacked(path, packing);
    yield* pickFrom(pieces as AsyncIterable<Buffer>, span * linesBetweenMarks, wanted);
  }
}

function spanOf(number: number, marks: readonly number[]): number {
  return Math.min(Math.floor((number - 1) / linesBetweenMarks), marks.length - 1);
}

async function* pickFrom(
  pieces: AsyncIterable<Buffer>,
  linesBefore: number,
  numbers: readonly number[],
): AsyncGenerator<PickedLine> {
  const waiting = numbers.values();
  let next = waiting.next().value;
  let line = linesBefore + 1;
  let open: Buffer[] = [];
  for await (const piece of pieces) {
    let start = 0;
    for (let end = piece.indexOf(newline); end !== -1; end = piece.indexOf(newline, start)) {
      if (line === next) {
        yield {number: line, text: cleanLine(Buffer.concat([...open, piece.subarray(start, end)]))};
        next = waiting.next().value;
        if (next === undefined) return;
      }
      [open, start] = [[], end + 1];
      line++;
    }
    if (line === next) open.push(Buffer.from(piece.subarray(start)));
  }
  if (line === next) yield {number: line, text: cleanLine(Buffer.concat(open))};
}
