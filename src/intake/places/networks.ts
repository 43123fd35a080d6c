import {readFileSync} from "node:fs";
import {isIP} from "node:net";
import {zstdDecompressSync} from "node:zlib";
import {hextets, ipv4Number} from "../../base/address.ts";
import {UserError} from "../../base/error.ts";
import type {OwnerDatabase} from "./database.ts";

/** What stands at the beginning of the file: of which day it is, and how many parts follow. */
interface Head {
  /** `YYYY-MM-DD`. */
  readonly made: string;
  readonly systems: number;
  readonly ipv4: number;
  readonly ipv6: number;
}

/** Where networks begin, in order, and the place of the system that each is of, from 1; 0 is nobody's. */
interface Ranges {
  /** The first address of IPv4; of IPv6 the first 32 bits. */
  readonly starts: Uint32Array;
  /** Of IPv6 the next 32 bits. */
  readonly lower: Uint32Array | null;
  readonly systems: Uint32Array;
}

let opened: OwnerDatabase | undefined;

/**
 * Opens the networks of the routing table that come with Broadsheet, and their owners.
 *
 * Of IPv6 a /64 is the narrowest that is told apart, as it is one reader.
 *
 * @throws {UserError} PLACES_REFUSED where the file is missing or damaged.
 */
export function openBundledOwners(): OwnerDatabase {
  opened ??= readNetworks();
  return opened;
}

function readNetworks(): OwnerDatabase {
  try {
    const bytes = zstdDecompressSync(readFileSync(new URL("networks.bin", import.meta.url)));
    const headEnd = bytes.indexOf(10);
    const head = JSON.parse(bytes.toString("utf8", 0, headEnd)) as Head;
    const numbers = new NumberReader(bytes, headEnd + 1);
    const ipv4 = {starts: numbers.rising(head.ipv4), lower: null, systems: numbers.plain(head.ipv4)};
    const starts = numbers.rising(head.ipv6);
    const ipv6 = {starts, lower: numbers.plain(head.ipv6), systems: numbers.plain(head.ipv6)};
    const names = bytes.toString("utf8", numbers.at).split("\n");
    if (names.length !== head.systems) throw new Error("names are missing");
    const nameAt = (place: number): string | null => (place === 0 ? null : names[place - 1]!);
    return {
      describe: `networks of the routing table ${head.made} (routeviews.org, db-ip.com, nro.net, CC BY 4.0)`,
      find(address) {
        const family = isIP(address);
        if (family === 4) return nameAt(systemAt(ipv4, ipv4Number(address), 0));
        if (family !== 6) return null;
        const [a = 0, b = 0, c = 0, d = 0] = hextets(address);
        return nameAt(systemAt(ipv6, a * 65536 + b, c * 65536 + d));
      },
    };
  } catch {
    throw new UserError("PLACES_REFUSED", "the database of networks is missing or damaged", "install Broadsheet again");
  }
}

/** The system of the last network that begins at the address or before it. */
function systemAt({starts, lower, systems}: Ranges, high: number, low: number): number {
  let [from, until] = [0, starts.length];
  while (from < until) {
    const middle = (from + until) >>> 1;
    const start = starts[middle]!;
    if (start < high || (start === high && (lower === null || lower[middle]! <= low))) from = middle + 1;
    else until = middle;
  }
  return from === 0 ? 0 : systems[from - 1]!;
}

/** Reads numbers of seven bits a byte, the lowest first; all but the last byte of a number have the eighth bit. */
class NumberReader {
  readonly #bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  plain(count: number): Uint32Array {
    const found = new Uint32Array(count);
    for (let place = 0; place < count; place++) found[place] = this.#next();
    return found;
  }

  /** Numbers of which each is written as the difference from the one before. */
  rising(count: number): Uint32Array {
    const found = new Uint32Array(count);
    let last = 0;
    for (let place = 0; place < count; place++) {
      last += this.#next();
      found[place] = last;
    }
    return found;
  }

  #next(): number {
    let [value, scale] = [0, 1];
    for (;;) {
      const byte = this.#bytes[this.at++]!;
      if (byte < 128) return value + byte * scale;
      value += (byte - 128) * scale;
      scale *= 128;
    }
  }
}
