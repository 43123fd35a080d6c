import type {LogFormat, PlainPath} from "../format.ts";

/** `[10/Oct/2000:13:55:36 -0700]`, the way Apache and nginx write an instant unless told otherwise. */
export const clockPattern = "%d/%b/%Y:%H:%M:%S %z";

const clock = String.raw`\[(\d{1,2}/\w{3}/\d{4}:\d{2}:\d{2}:\d{2} [+-]\d{4})\]`;

// A proxy may list several addresses, "192.0.2.8, 10.0.0.1": the first is the client.
const client = String.raw`([^\s,]+)(?:,\S*)? `;
// A server that knows its port writes it: without it a virtual host could not be told from a client. The client behind
// it is never "-": that would be the second word of a line that begins with an IPv6 address.
const virtualClient = String.raw`(\S+:\d{1,5}) ([^\s,-][^\s,]*)(?:,\S*)? \S+ `;
// The request ends at the last quote that a status and a size follow; a quote after a backslash is part of it.
const answer = String.raw` "(|.*[^\\])" (\d{3}) (\d+|-)`;
// Both may be cut off, and the agent may hold stray quotes. What some servers append after it, in quotes or not, is
// passed over: nginx's own example appends the addresses that a proxy forwarded.
const originEnd = `" "(.*?)(?:"(?: "[^"]*"| [^" ]*)*(?: "[^"]*)?)?`;
const origin = String.raw`(?: "(.*?)(?:${originEnd})?)?\s*$`;
const wholeOrigin = String.raw` "(.*?)${originEnd}\s*$`;

/** The exact expression of `common`: everything up to the size. */
export const commonExact = {
  pattern: String.raw`^${client}.*?${clock}${answer}(?:\s.*)?$`,
  groups: ["client", "time", "request", "status", "bytes"],
} as const;

/** The exact expression of `combined`: common, then where the reader came from and with what. */
export const combinedExact = {
  pattern: `^${client}.*?${clock}${answer}${origin}`,
  groups: ["client", "time", "request", "status", "bytes", "referrer", "agent"],
} as const;

/** Fits a line of `combined` that tells all. */
export const combinedWhole = `^${client}.*?${clock}${answer}${wholeOrigin}`;

/** `common` behind a virtual host and its port. */
export const virtualCommonExact = {
  pattern: String.raw`^${virtualClient}.*?${clock}${answer}(?:\s.*)?$`,
  groups: ["host", ...commonExact.groups],
} as const;

/** `combined` behind a virtual host and its port. */
export const virtualCombinedExact = {
  pattern: `^${virtualClient}.*?${clock}${answer}${origin}`,
  groups: ["host", ...combinedExact.groups],
} as const;

/** Fits a line of `combined` behind a virtual host that tells all. */
export const virtualCombinedWhole = `^${virtualClient}.*?${clock}${answer}${wholeOrigin}`;

/**
 * The cheap path of the four formats that differ only in what stands around the request.
 *
 * `part` is the line split at its quotes: what stands before the request, the request, the status and size, and for
 * combined the referrer, a space, the agent and nothing (or a space, one more quoted part and nothing). A backslash may
 * hide a quote, so such lines are not plain.
 */
export function plainPath({combined, virtual}: {combined: boolean; virtual: boolean}): PlainPath {
  const protocols = ["HTTP/1.1", "HTTP/1.0", "HTTP/2.0"].map((protocol) => `suffix(part[2], ' ${protocol}')`);
  return {
    isPlain: [
      // nginx's own example appends one more quoted part, the addresses that a proxy forwarded.
      combined
        ? `(len(part) = 7 and part[7] = '' or len(part) = 9 and part[7] = ' ' and part[9] = '') and part[5] = ' '`
        : "len(part) = 3",
      `not contains(line, '\\')`,
      virtual ? String.raw`regexp_matches(part[1], '^\S+:\d{1,5} [^\s-]\S* \S+ .*\[')` : `not prefix(part[1], ' ')`,
      `not contains(part[1], ',')`,
      "not contains(part[1], chr(9))",
      // As text too: strptime also takes blanks and single digits.
      String.raw`regexp_full_match(substring(part[1], -30), ' \[\d{2}/\w{3}/\d{4}:\d{2}:\d{2}:\d{2} [+-]\d{4}\] ')`,
      `(${protocols.join(" or ")})`,
      // Looked at as text: a cast to a number would also take 1e3, 1_000 and +10.
      `regexp_full_match(part[3], ' \\d{3} (\\d+|-)${combined ? " " : ""}')`,
    ].join(" and "),
    timePattern: `[${clockPattern}] `,
    fields: {
      client: `split_part(part[1], ' ', ${virtual ? 2 : 1})`,
      time: "substring(part[1], -29)",
      method: "case when prefix(part[2], 'GET ') then 'GET' else split_part(part[2], ' ', 1) end",
      path: "substring(left(part[2], -9), strpos(part[2], ' ') + 1)",
      status: "substring(part[3], 2, 3)",
      bytes: combined ? "split_part(part[3], ' ', 3)" : "substring(part[3], 6)",
      referrer: combined ? "part[4]" : null,
      agent: combined ? "part[6]" : null,
      host: virtual ? "split_part(part[1], ' ', 1)" : null,
    },
  };
}

/** Apache's `common`: no referrer, no agent. */
export const common: LogFormat = {
  name: "common",
  what: "Apache's common log format, also written by many other servers",
  example: '192.0.2.7 - - [10/Oct/2005:13:55:36 -0700] "GET /news/today.html HTTP/1.0" 200 2326',
  timePattern: clockPattern,
  exact: commonExact,
  whole: commonExact.pattern,
  plain: plainPath({combined: false, virtual: false}),
  shape: {hasHost: false, hasOrigin: false},
};
