import {UserError} from "../base/error.ts";
import type {LogFormat} from "./format.ts";
import {compileFormat} from "./format-string.ts";
import {combined} from "./formats/combined.ts";
import {combinedVhost} from "./formats/combined-vhost.ts";
import {common} from "./formats/common.ts";
import {commonVhost} from "./formats/common-vhost.ts";

/** Every log format known by name, the one that tells most first: where several fit a line, the first is meant. */
export const formats: readonly LogFormat[] = [combinedVhost, combined, commonVhost, common];

/**
 * Which format is meant by the text?
 *
 * @param text A name from {@link formats}, or an Apache `LogFormat` or nginx `log_format` string.
 * @throws {UserError} FORMAT_UNKNOWN
 */
export function formatNamed(text: string): LogFormat {
  const known = formats.find(({name}) => name === text.toLowerCase());
  if (known) return known;
  if (text.includes("%") || text.includes("$")) return compileFormat(text, formats);
  const names = formats.map(({name}) => name).join(", ");
  throw new UserError(
    "FORMAT_UNKNOWN",
    `no log format is called "${text}"`,
    `name one of ${names}, or give the server's LogFormat or log_format string`,
    "--log-format",
  );
}

/**
 * Which format are these lines written in?
 *
 * The one that tells most, of those that fit at least a tenth as many lines as the one that fits most: in a file that
 * changed from common to combined, the combined expression reads both, the common one would lose the agents.
 *
 * @param lines The first lines of an input.
 * @returns null when no line fits any format.
 */
export function detectFormat(lines: readonly string[]): LogFormat | null {
  const fits = formats.map((format) => ({format, count: countFits(format, lines)}));
  const most = Math.max(...fits.map(({count}) => count));
  if (most === 0) return null;
  return fits.find(({count}) => count >= most / 10)?.format ?? null;
}

function countFits({exact}: LogFormat, lines: readonly string[]): number {
  const pattern = new RegExp(exact.pattern);
  // A combined expression also fits common lines, without the last groups: then it is not the better one.
  return lines.filter((line) => pattern.exec(line)?.every((group) => group !== undefined)).length;
}
