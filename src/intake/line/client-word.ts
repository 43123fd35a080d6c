import {isIP} from "node:net";

/** What a word could be the name of: an address, a host with a domain, a bare word that could be a host's, or nothing of the kind. */
export type ClientKind = "address" | "host" | "label" | null;

const known = new Map<string, ClientKind>();
const mostKnown = 1 << 16;

/**
 * What could the word name?
 *
 * An address may have a port, brackets or a zone. A host's name is made of letters, digits, hyphens and underscores between its dots,
 * and is no number; a name of one part alone is a `label`, which may as well be any word of a line.
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

function lookAt(word: string): ClientKind {
  if (word === "" || word.length > longestName + 10) return null;
  if (isIP(bareAddress(word)) !== 0) return "address";
  const name = word.replace(/:\d{1,5}$/, "").replace(/\.$/, "");
  // Digits and dots alone are a damaged address, or a part of a time.
  if (name.length > longestName || !/[a-z_]/i.test(name)) return null;
  const labels = name.split(".");
  if (!labels.every((label) => label.length <= 63 && /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/i.test(label))) return null;
  return labels.length > 1 ? "host" : "label";
}

/** The address without its brackets, port and zone; zeros before a number taken off. What is none comes back changed or not. */
export function bareAddress(word: string): string {
  let bare = word;
  if (bare.startsWith("[")) bare = bare.slice(1, bare.indexOf("]") === -1 ? undefined : bare.indexOf("]"));
  else if (bare.indexOf(":") === bare.lastIndexOf(":")) bare = bare.split(":", 1)[0]!;
  return bare.split("%", 1)[0]!;
}

/** Old name servers held names that no standard allows, `slip/ppp-2-221.example.com`; a time or another tool's mark is none. */
export function couldBeHost(word: string): boolean {
  return word.length < longestName && /^[a-z0-9][\w./*&@~-]*$/i.test(word) && word.includes(".") && /[a-z]/i.test(word);
}
