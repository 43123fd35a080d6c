import {LineScanner, type LineShape} from "./line-scanner.ts";
import {type LineTable, tableOf} from "./line-table.ts";

/** Of fewer plain lines, those that are not would take longer one by one than all of them in one statement. */
const leastShare = 0.75;

/** A new one takes longer than what it is asked, and who reads no log needs none. */
let kept: {scanner: LineScanner; table: LineTable} | null = null;

/** Are these lines, the first of an input, mostly plain? */
export function areMostlyPlain(lines: readonly string[], shape: LineShape): boolean {
  if (lines.length === 0) return true;
  const {scanner, table: room} =
    kept?.scanner.isFull === false ? kept : {scanner: new LineScanner(), table: tableOf(1 << 10)};
  const order = {shape, earliest: 1, latest: Number.POSITIVE_INFINITY};
  const {odd, table} = scanner.read(Buffer.from(`${lines.join("\n")}\n`), order, room);
  kept = {scanner, table};
  return lines.length - odd.length >= leastShare * lines.length;
}
