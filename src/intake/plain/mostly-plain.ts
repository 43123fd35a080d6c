import {LineScanner, type LineShape} from "./line-scanner.ts";

/** Of fewer plain lines, those that are not would take longer one by one than all of them in one statement. */
const leastShare = 0.75;

/** Are these lines, the first of an input, mostly plain? */
export function areMostlyPlain(lines: readonly string[], shape: LineShape): boolean {
  if (lines.length === 0) return true;
  const bytes = Buffer.from(`${lines.join("\n")}\n`);
  const {odd} = new LineScanner().read(bytes, {shape, earliest: 1, latest: Number.POSITIVE_INFINITY}, null);
  return lines.length - odd.length >= leastShare * lines.length;
}
