import type {Row, Value} from "../engine/contract.ts";
import {quoteText} from "../engine/quote-text.ts";
import type {LogFormat} from "./format.ts";
import {formats} from "./formats.ts";
import {linesInText} from "./lines.ts";

/** What fits expressions to lines: RE2, in time that grows as the lines do, whatever stands in them. */
export interface Fitter {
  rows(sql: string, params: Readonly<Record<string, Value>>): Promise<Row[]>;
}

/**
 * Which format are these lines written in?
 *
 * The one that tells most, of those that fit at least a tenth as many lines as the one that fits most: in a file that
 * changed from common to combined, the combined expression reads both, the common one would lose the agents.
 *
 * @param lines The first lines of an input, clean.
 * @returns null when no line fits any format.
 */
export async function detectFormat(lines: readonly string[], engine: Fitter): Promise<LogFormat | null> {
  if (lines.length === 0) return null;
  const counts = formats.map(({whole}) => `count(*) filter (where regexp_matches(line, ${quoteText(whole)}))`);
  const [row] = await engine.rows(
    `select ${counts.map((count, place) => `${count} as fits${place}`).join(", ")}
    from ${linesInText}`,
    {lines: lines.join("\n")},
  );
  const fits = formats.map((format, place) => ({format, count: Number(row![`fits${place}`])}));
  const most = Math.max(...fits.map(({count}) => count));
  if (most === 0) return null;
  return fits.find(({count}) => count >= most / 10)?.format ?? null;
}
