import {fence, fenceLength, LineScanner, type LineShape} from "./line-scanner.ts";
import {tableOf} from "./line-table.ts";

/** Of fewer plain lines, those that are not would take longer one by one than all of them in one statement. */
const leastShare = 0.75;

/** Are these lines, the first of an input, mostly plain? */
export function areMostlyPlain(lines: readonly string[], shape: LineShape): boolean {
  const scanner = new LineScanner();
  const table = tableOf(1);
  const plain = lines.filter((line) => {
    const text = Buffer.from(`${line}\n`);
    const bytes = Buffer.concat([text, Buffer.alloc(fenceLength)]);
    fence(bytes.subarray(text.length));
    return scanner.scan(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), 0, shape, table, 0) > 0;
  });
  return plain.length >= leastShare * lines.length;
}
