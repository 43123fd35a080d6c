import {addressOf, hostOf} from "../../base/client-name.ts";

/** What a word could be the name of: an address, a host with a domain, a bare word that could be a host's, or nothing of the kind. */
export type ClientKind = "address" | "host" | "label" | null;

const known = new Map<string, ClientKind>();
const mostKnown = 1 << 16;

/**
 * What could the word name?
 *
 * An address may be written in many ways; see {@link addressOf}. A host's name is made of letters, digits, hyphens and underscores between
 * its dots, and is no number; a name of one part alone is a `label`, which may as well be any word of a line.
 */
export function clientKind(word: string): ClientKind {
  const before = known.get(word);
  if (before !== undefined) return before;
  const kind = lookAt(word);
  // However many clients there are, memory stays what it is.
  if (known.size >= mostKnown) known.clear();
  known.set(word, kind);
  return kind;
}

/** The longest name that the domain name system has. */
const longestName = 253;

/** What may stand around the longest name: quotes, a port, colours. */
const longestDress = 40;

function lookAt(word: string): ClientKind {
  if (word === "" || word.length > longestName + longestDress) return null;
  if (addressOf(word) !== null) return "address";
  const name = hostOf(word);
  // Digits and dots alone are a damaged address, or a part of a time.
  if (name.length > longestName || !/[a-z_]/.test(name)) return null;
  const labels = name.split(".");
  if (!labels.every((label) => label.length <= 63 && /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/.test(label))) return null;
  return labels.length > 1 ? "host" : "label";
}

/** Old name servers held names that no standard allows, `slip/ppp-2-221.example.com`; a time or another tool's mark is none. */
export function couldBeHost(word: string): boolean {
  return word.length < longestName && /^[a-z0-9][\w./*&@~-]*$/i.test(word) && word.includes(".") && /[a-z]/i.test(word);
}

/** What programs write in an address's place when they do not tell it. */
const nothings: ReadonlySet<string> = new Set([
  "",
  "-",
  "unknown",
  "anonymous",
  "anonymized",
  "anonymised",
  "anon",
  "hidden",
  "redacted",
  "removed",
  "private",
  "none",
  "null",
  "(null)",
  "x.x.x.x",
  "xx.xx.xx.xx",
  "xxx.xxx.xxx.xxx",
]);

/** Does the word say that there is no address to be told: a hyphen, `unknown`, a socket of the machine's own? */
export function isNoAddress(word: string): boolean {
  return nothings.has(word.toLowerCase()) || word.startsWith("unix:");
}
