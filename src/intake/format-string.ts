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
// A proxy may list several addresses, "192.0.2.8, 10.0.0.1": the first is the client.
const clients: Piece = {pattern: String.raw`(\S+?)(?:,[^"]*?)?`, group: "client"};
const clock = {
  pattern: String.raw`(\d{1,2}/\w{3}/\d{4}:\d{2}:\d{2}:\d{2} [+-]\d{4})`,
  group: "time",
  timePattern: clockPattern,
} as const;
const request: Piece = {pattern: String.raw`(|.*[^\\])`, group: "request"};
const status: Piece = {pattern: String.raw`(\d{3})`, group: "status"};
const bytes: Piece = {pattern: String.raw`(\d+|-)`, group: "bytes"};
// Without its query, which a piece of its own may tell: as long as it can be.
const barePath: Piece = {pattern: "([^?]*)", group: "path"};
const quotable = (group: Group): Piece => ({pattern: "(.*?)", group});

/** Directives of Apache's LogFormat that tell something Broadsheet keeps. Everything else is passed over. */
const apache: Readonly<Record<string, Piece>> = {
  h: clients,
  a: clients,
  "{c}a": clients,
  t: {...clock, pattern: String.raw`\[${clock.pattern}\]`},
  r: request,
  s: status,
  b: bytes,
  B: bytes,
  O: bytes,
  m: {pattern: word, group: "method"},
  U: barePath,
  q: {pattern: String.raw`(?:\?\S*?)?`},
  H: {pattern: String.raw`\S*?`},
  v: {pattern: word, group: "host"},
  V: {pattern: word, group: "host"},
  "{Referer}i": quotable("referrer"),
  "{User-Agent}i": quotable("agent"),
};

/** Variables of nginx's log_format, likewise. */
const nginx: Readonly<Record<string, Piece>> = {
  remote_addr: clients,
  realip_remote_addr: clients,
  time_local: clock,
  time_iso8601: {
    pattern: String.raw`(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2}))`,
    group: "time",
    timePattern: "%Y-%m-%dT%H:%M:%S%z",
  },
  request,
  request_method: {pattern: word, group: "method"},
  request_uri: quotable("path"),
  uri: barePath,
  is_args: {pattern: String.raw`\??`},
  args: {pattern: String.raw`\S*?`},
  query_string: {pattern: String.raw`\S*?`},
  server_protocol: {pattern: String.raw`\S*?`},
  status,
  body_bytes_sent: bytes,
  bytes_sent: bytes,
  http_referer: quotable("referrer"),
  http_user_agent: quotable("agent"),
  host: {pattern: word, group: "host"},
  http_host: {pattern: word, group: "host"},
  server_name: {pattern: word, group: "host"},
};

/** What tells the client where a format says nothing of the connection's own: the server stands behind a proxy. */
const forwarded = ["{x-forwarded-for}i", "{x-real-ip}i", "http_x_forwarded_for", "http_x_real_ip"];

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
  const string = stringIn(text);
  const same = known.find(({name}) => spellings[name]?.includes(string));
  if (same) return same;
  const matches = [...string.matchAll(/%(?:[<>!\d,]*)(\{[^}]*\}\w|%|\w)|\$\{?(\w+)\}?|([^%$]+|[%$])/g)];
  const said = matches.map(toPiece);
  const isForwarded = !said.some(({group}) => group === "client");
  const pieces = isForwarded ? matches.map((match, place) => forwardedPiece(match) ?? said[place]!) : said;
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
    whole: `^${pattern}\\s*$`,
    plain: null,
    shape: null,
  };
}

/** The format string in what was copied from a configuration: the string itself, or the whole directive around it. */
function stringIn(text: string): string {
  const apacheString = /^\s*LogFormat\s+"((?:[^"\\]|\\.)*)"/i.exec(text)?.[1];
  const nginxStrings = /^\s*log_format\s+\w+\s+(?:escape=\w+\s+)?(['"].*['"])\s*;?\s*$/s.exec(text)?.[1];
  const joined = nginxStrings?.matchAll(/'([^']*)'|"((?:[^"\\]|\\.)*)"/g).map(([, single, double]) => single ?? double);
  const string = joined?.toArray().join("") ?? apacheString ?? text.trim();
  return string.replaceAll('\\"', '"').replaceAll("\\t", "\t");
}

function forwardedPiece([, directive, variable]: RegExpMatchArray): Piece | null {
  return forwarded.includes((directive ?? variable ?? "").toLowerCase()) ? clients : null;
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
