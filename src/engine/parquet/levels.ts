import {ByteSink} from "./byte-sink.ts";

/** Which rows hold a value, as a page says it first of all. @param isThere 1 or 0 a row. @param count How many do. */
export function levelsOf(isThere: Uint8Array, count: number): Buffer {
  const rows = isThere.length;
  const run = new ByteSink(16 + rows / 8);
  if (count === 0 || count === rows) {
    run.varint(2 * rows);
    run.byte(Number(count > 0));
  } else {
    run.varint(2 * Math.ceil(rows / 8) + 1);
    run.all(bitsOf(isThere));
  }
  const levels = new ByteSink(run.length + 4);
  levels.uint32(run.length);
  levels.all(run.bytes);
  return levels.bytes;
}

function bitsOf(isThere: Uint8Array): Uint8Array {
  const bits = new Uint8Array(Math.ceil(isThere.length / 8));
  for (let row = 0; row < isThere.length; row++) bits[row >> 3]! |= isThere[row]! << (row & 7);
  return bits;
}
