import fc from "fast-check";

/** What a request says, before a server writes it into a line. */
export interface Said {
  readonly client: string;
  readonly host: string;
  /** Since 1970, UTC. */
  readonly second: number;
  readonly method: string;
  readonly path: string;
  /** Without its question mark; empty where there is none. */
  readonly query: string;
  readonly status: number;
  readonly bytes: number;
  readonly referrer: string;
  readonly agent: string;
}

/** Signs and words that mean something to one format or another. */
const hostile = [
  ...['"', "\\", " ", '" ', '" "', '\\"', "[", "]", "{", "}", "|", ",", ";", ":", "'", "%", "%20", "+", "#", "?"],
  ...[
    '" 200 5',
    '" 200 5 "-" "-"',
    " HTTP/1.1",
    "[06/Jan/2026:10:00:00 +0000]",
    "192.0.2.99",
    " - - ",
    "\\x22",
    "é",
    "新闻",
    "🗞",
  ],
  ...["a", "news", "Mozilla/5.0", "(X11; Linux x86_64)", "0", "-", "<", ">", "&", "=", "/", "..", "\\\\"],
];

const textOf = (signs: readonly string[]) =>
  fc.array(fc.constantFrom(...signs), {minLength: 1, maxLength: 12}).map((parts) => parts.join("").trim() || "x");

/** A text of strangers' signs, or of those that are left when a format cannot hold some. */
export function hostileText(without: RegExp | null): fc.Arbitrary<string> {
  return textOf(without === null ? hostile : hostile.filter((sign) => !without.test(sign)));
}

/** @param without Signs that the format cannot hold, however it writes them. */
export function anyRequest(without: RegExp | null): fc.Arbitrary<Said> {
  return fc.record({
    client: fc.constantFrom("192.0.2.7", "198.51.100.254", "2001:db8::7", "2001:db8:1:2:3:4:5:6", "::ffff:192.0.2.9"),
    host: fc.constantFrom("press.example", "www.press.example", "xn--bcher-kva.example"),
    second: fc.integer({min: Date.UTC(1996, 0, 1) / 1000, max: Date.UTC(2026, 5, 1) / 1000}),
    method: fc.constantFrom("GET", "HEAD", "POST", "OPTIONS", "PROPFIND"),
    path: hostileText(/[?#]/).map((text) => `/${encodeURI(text)}`),
    query: fc.oneof(
      fc.constant(""),
      hostileText(/[?#]/).map((text) => encodeURIComponent(text)),
    ),
    status: fc.constantFrom(200, 206, 301, 304, 403, 404, 499, 500),
    bytes: fc.integer({min: 0, max: 2 ** 40}),
    referrer: fc.constantFrom("-", "https://www.example.com/", "https://www.example.com/a?b=%22c%22"),
    agent: hostileText(without),
  });
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const pad = (value: number, length = 2): string => String(value).padStart(length, "0");

/** `06/Jan/2026:10:00:00 +0000` */
export function clock({second}: Said): string {
  const at = new Date(second * 1000);
  const day = `${pad(at.getUTCDate())}/${months[at.getUTCMonth()]}/${at.getUTCFullYear()}`;
  return `${day}:${at.toISOString().slice(11, 19)} +0000`;
}

/** `Tue Jan  6 10:00:00 2026`, as C writes it. */
export function ctime({second}: Said): string {
  const at = new Date(second * 1000);
  const [name] = at.toUTCString().split(",");
  const day = String(at.getUTCDate()).padStart(2);
  return `${name} ${months[at.getUTCMonth()]} ${day} ${at.toISOString().slice(11, 19)} ${at.getUTCFullYear()}`;
}

/** `2026-01-06T10:00:00` */
export function iso({second}: Said): string {
  return new Date(second * 1000).toISOString().slice(0, 19);
}

export function target({path, query}: Said): string {
  return query === "" ? path : `${path}?${query}`;
}

/** As it was asked for: `GET /a?b HTTP/1.1`. */
export function request(said: Said): string {
  return `${said.method} ${target(said)} HTTP/1.1`;
}

/** As Apache and those that learnt from it escape what stands in quotes. */
export const apache = (text: string): string => text.replace(/["\\]/g, "\\$&");

/** As nginx does. */
export const nginx = (text: string): string => text.replaceAll("\\", "\\x5C").replaceAll('"', "\\x22");
