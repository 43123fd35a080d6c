import {UserError} from "../base/error.ts";
import type {Group, LogFormat} from "./format.ts";
import {clockPattern} from "./formats/common.ts";

/** A piece of a pattern: literal text, something passed over, or a captured group. */
interface Piece {
  readonly pattern: string;
  readonly group?: Group;
  readonly timePattern?: string;
}

const word = String.raw`(\S+?)`;
const clock = {
  pattern: String.raw`(\d{1,2}/\w{3}/\d{4}:\d{2}:\d{2}:\d{2} [+-]\d{4})`,
  group: "time",
  timePattern: clockPattern,
} as const;
const request: Piece = {pattern: String.raw`(|.*[^\\])`, group: "request"};
const status: Piece = {pattern: String.raw`(\d{3})`, group: "status"};
const bytes: Piece = {pattern: String.raw`(\d+|-)`, group: "bytes"};
const quotable = (group: Group): Piece => ({pattern: "(.*?)", group});

/** Directives of Apache's LogFormat that tell something Broadsheet keeps. Everything else is passed over. */
const apache: Readonly<Record<string, Piece>> = {
  h: {pattern: word, group: "client"},
  a: {pattern: word, group: "client"},
  t: {...clock, pattern: String.raw`\[${clock.pattern}\]`},
  r: request,
  s: status,
  b: bytes,
  B: bytes,
  O: bytes,
  m: {pattern: word, group: "method"},
  U: quotable("path"),
  v: {pattern: word, group: "host"},
  V: {pattern: word, group: "host"},
  "{Referer}i": quotable("referrer"),
  "{User-Agent}i": quotable("agent"),
};

/** Variables of nginx's log_format, likewise. */
const nginx: Readonly<Record<string, Piece>> = {
  remote_addr: {pattern: word, group: "client"},
  time_local: clock,
  time_iso8601: {
    pattern: String.raw`(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2}))`,
    group: "time",
    timePattern: "%Y-%m-%dT%H:%M:%S%z",
  },
  request,
  request_method: {pattern: word, group: "method"},
  request_uri: quotable("path"),
  uri: quotable("path"),
  status,
  body_bytes_sent: bytes,
  bytes_sent: bytes,
  http_referer: quotable("referrer"),
  http_user_agent: quotable("agent"),
  host: {pattern: word, group: "host"},
  http_host: {pattern: word, group: "host"},
  server_name: {pattern: word, group: "host"},
};

/**
 * The format that a server's own format string describes.
 *
 * Lines take the exact path, which is slower than that of a named format; a string that says the same as a named
 * format gives that one.
 *
 * @param text As in the server's configuration, with or without backslashes before the quotes.
 * @param known The named formats.
 * @throws {UserError} FORMAT_UNKNOWN when client, time, request or status cannot be found in such lines.
 */
export function compileFormat(text: string, known: readonly LogFormat[]): LogFormat {
  const string = text.trim().replaceAll('\\"', '"');
  const same = known.find(({name}) => spellings[name]?.includes(string));
  if (same) return same;
  const pieces = [...string.matchAll(/%(?:[<>!\d,]*)(\{[^}]*\}\w|%|\w)|\$\{?(\w+)\}?|([^%$]+|[%$])/g)].map(toPiece);
  const seen = new Set<Group>();
  let pattern = "";
  for (const piece of pieces) {
    // A field told twice (%h and %a, say) is taken from the first place.
    const repeated = piece.group && seen.has(piece.group);
    pattern += repeated ? piece.pattern.replace("(", "(?:") : piece.pattern;
    if (piece.group) seen.add(piece.group);
  }
  refuseWithout(seen, text);
  const timePattern = pieces.find(({group}) => group === "time")?.timePattern ?? clockPattern;
  return {
    name: "given",
    what: string,
    example: "",
    timePattern,
    exact: {pattern: `^${pattern}\\s*$`, groups: [...seen]},
    plain: null,
  };
}

const commonString = '%h %l %u %t "%r" %>s %b';
const combinedString = `${commonString} "%{Referer}i" "%{User-Agent}i"`;
const spellings: Readonly<Record<string, readonly string[]>> = {
  common: [commonString, '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent'],
  combined: [
    combinedString,
    combinedString.replace("User-Agent", "User-agent"),
    '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent"',
  ],
  "combined-vhost": [`%v:%p ${combinedString}`, `%v:%p ${combinedString}`.replace("%b", "%O")],
  "common-vhost": [`%v:%p ${commonString}`],
};

function toPiece(match: RegExpMatchArray): Piece {
  const [, directive, variable, literal] = match;
  if (literal !== undefined) return {pattern: literal.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")};
  if (directive === "%") return {pattern: "%"};
  if (variable !== undefined) return nginx[variable] ?? {pattern: ".*?"};
  const key = Object.keys(apache).find((name) => name.toLowerCase() === directive?.toLowerCase() && name.length > 1);
  return apache[key ?? directive!] ?? {pattern: ".*?"};
}

function refuseWithout(seen: ReadonlySet<Group>, text: string): void {
  const missing = [
    seen.has("client") || "the client (%h, $remote_addr)",
    seen.has("time") || "the time (%t, $time_local)",
    seen.has("request") || (seen.has("method") && seen.has("path")) || "the request (%r, $request)",
    seen.has("status") || "the status (%>s, $status)",
  ].filter((part) => part !== true);
  if (missing.length === 0) return;
  throw new UserError(
    "FORMAT_UNKNOWN",
    `the format ${JSON.stringify(text)} does not tell ${missing.join(", ")}`,
    "copy the whole LogFormat or log_format string from the server's configuration",
    "--log-format",
  );
}
