import type {NetworkSet} from "../proxies/network-set.ts";
import {clientKind, couldBeHost, isNoAddress} from "./client-word.ts";
import {type AddressSource, connection, type LineFields} from "./fields.ts";
import {isInside} from "./inside.ts";

/** Where a line's client is to be looked for. */
export interface ClientChoice {
  /** The first that holds one is taken. */
  readonly order: readonly AddressSource[];
  /** Proxies of the publisher's own, and of CDNs. */
  readonly trusted: NetworkSet;
  /** Is a connection that is a trusted proxy's passed over, where a header names anybody? */
  readonly asksBehindTrusted: boolean;
}

/** The connection's own other end; and where a line does not tell it, whatever a proxy wrote. */
export const usualOrder: readonly AddressSource[] = [
  connection,
  "cf-connecting-ip",
  "true-client-ip",
  "x-real-ip",
  "x-forwarded-for",
];

/**
 * Who asked, of all that the line names?
 *
 * Of a list that proxies wrote, each behind the one before, the client is the last address that is none of a trusted proxy: what stands
 * before it anybody may have written. `unknown`, addresses from inside and garbage are passed over.
 *
 * @returns The word as it stands there; null where the line names nobody.
 */
export function chooseClient(fields: LineFields, {order, trusted, asksBehindTrusted}: ClientChoice): string | null {
  let proxy: string | null = null;
  for (const source of order) {
    const found = clientIn(fields, source, trusted);
    if (found === null) continue;
    if (!asksBehindTrusted || source !== connection || !trusted.has(found)) return found;
    proxy = found;
  }
  return proxy;
}

/** Whom does the line name in this one place? */
function clientIn(fields: LineFields, source: AddressSource, trusted: NetworkSet): string | null {
  const text = source === connection ? fields.client : (fields.forwarded?.get(source) ?? null);
  if (text === null) return null;
  const isList = text.includes(",");
  if (!isList && source === connection) return bareWord(text);
  const found = fromList(text, trusted);
  if (found !== null || source !== connection) return found;
  // Names, or addresses from inside: where the connection itself is written so, the first is the client.
  return (
    text
      .split(",")
      .map(forwardedWord)
      .find((word) => clientKind(word) !== null && !isNoAddress(word)) ?? null
  );
}

/** The addresses of a list that no reader's program made up: those that came over the net, in their order. */
export function addressesIn(text: string): string[] {
  return text
    .split(/[,|{}]/)
    .slice(-mostHops)
    .map(forwardedWord)
    .filter((word) => clientKind(word) === "address" && !isInside(word));
}

function fromList(text: string, trusted: NetworkSet): string | null {
  const words = addressesIn(text);
  // Trusted proxies alone: the first of them asked for itself.
  return words.findLast((word) => !trusted.has(word)) ?? words[0] ?? null;
}

/** Longer lists are made up. */
const mostHops = 32;

/** An entry of a list; of RFC 7239's `for="[2001:db8::1]:4711";proto=https` the address. */
export function forwardedWord(entry: string): string {
  const plain = entry.slice(0, 200).replaceAll(/\\+(?:x22|")/gi, '"');
  const named = /\bfor="?([^";]{1,80})"?/i.exec(plain)?.[1];
  return (named ?? entry).trim().replace(/^"|"$/g, "");
}

function bareWord(text: string): string | null {
  if (isNoAddress(text)) return null;
  return clientKind(text) !== null || couldBeHost(text) ? text : null;
}
