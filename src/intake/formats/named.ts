import {advise} from "../../base/advice.ts";
import {UserError} from "../../base/error.ts";
import {nearest} from "../../base/nearest.ts";
import {compileString, isFormatString} from "../strings/compile.ts";
import {goaccessNames} from "../strings/goaccess.ts";
import {allFormats, formatCalled} from "./all.ts";

/** Is a format known by this name, or is it a format string? */
export function isKnownFormat(text: string): boolean {
  return isFormatString(text) || formatCalled(text) !== undefined;
}

/**
 * Which format is meant by the text?
 *
 * @param text A name from the table of formats, or a format string of Apache's, nginx's or GoAccess's.
 * @returns The name or the string, as it finds the format again.
 * @throws {UserError} FORMAT_UNKNOWN
 */
export function formatNamed(text: string): string {
  const name = text.trim().toLowerCase();
  if (formatCalled(name)) return name;
  const goaccessName = /^\s*(?:goaccess:)?['"]?(\w+)['"]?\s*$/i.exec(text)?.[1]?.toUpperCase();
  if (goaccessName !== undefined && Object.hasOwn(goaccessNames, goaccessName)) return goaccessNames[goaccessName]!;
  if (isFormatString(text)) return sameAs(compileString(text).string) ?? text;
  const names = allFormats.map((format) => format.name);
  const close = nearest(name, names);
  throw new UserError("FORMAT_UNKNOWN", `no log format is called "${text}"`, advise("name-format", {near: close}), {
    field: "logFormat",
  });
}

const commonString = '%h %l %u %t "%r" %>s %b';
const combinedString = `${commonString} "%{referer}i" "%{user-agent}i"`;
const commonVariables = '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent';
const combinedVariables = `${commonVariables} "$http_referer" "$http_user_agent"`;

/** What servers call the formats that have names here; letters' case tells nothing. */
const spellings: Readonly<Record<string, readonly string[]>> = {
  common: [commonString, commonVariables],
  combined: [combinedString, combinedVariables],
  "nginx-main": [`${combinedVariables} "$http_x_forwarded_for"`, `${combinedString} "%{x-forwarded-for}i"`],
  "combined-vhost": [`%v:%p ${combinedString}`, `%v ${combinedString}`, `%v:%p ${combinedString}`.replace("%b", "%o")],
  "common-vhost": [`%v:%p ${commonString}`, `%v ${commonString}`],
};

/** The format with a name that the string says the same as: one of those is read quicker. */
function sameAs(string: string): string | null {
  const same = Object.entries(spellings).find(([, strings]) => strings.includes(string.toLowerCase()));
  return same?.[0] ?? null;
}
