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
