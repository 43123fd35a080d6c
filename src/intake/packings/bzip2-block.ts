import type {BitReader} from "./bit-reader.ts";
import {Damaged} from "./packing.ts";

/** A block of bzip2, sorted as it is stored: who reads it follows the links. */
export interface SortedBlock {
  /** A byte, and above it the place of the next. */
  readonly links: Uint32Array;
  readonly length: number;
  readonly start: number;
}

const [longestCode, mostGroups, groupLength] = [20, 6, 50];
const [runA, runB] = [0, 1];
const lookupBits = 10;

/** How the symbols of a group of a block are written. */
interface Codes {
  /** For the next ten bits, a symbol and, in the lowest five bits, how many of them it takes; 0 where it takes more. */
  readonly lookup: Int32Array;
  /** For each length, the first code that is longer, as if it had the greatest length. */
  readonly limit: Int32Array;
  /** For each length, what is taken from a code to find its symbol's place. */
  readonly base: Int32Array;
  readonly symbols: Uint16Array;
}

/**
 * Reads one block.
 *
 * @param size How many bytes a block may have.
 * @throws {Damaged}
 */
export function readBlock(bits: BitReader, size: number): SortedBlock {
  if (bits.read(1) === 1) throw new Damaged("of a version before 1.0");
  const origin = bits.read(24);
  const bytes = readUsedBytes(bits);
  const groups = bits.read(3);
  const count = bits.read(15);
  if (bytes.length === 0 || groups < 2 || groups > mostGroups || count === 0) throw new Damaged("no block");
  const selectors = readSelectors(bits, groups, count);
  const codes = Array.from({length: groups}, () => readCodes(bits, bytes.length + 2));
  const links = new Uint32Array(size);
  const sums = new Uint32Array(256);
  const length = readSymbols(bits, {selectors, codes, bytes}, links, sums);
  if (origin >= length) throw new Damaged("begins outside of its block");
  link(links, length, sums);
  return {links, length, start: links[origin]! >>> 8};
}

function readUsedBytes(bits: BitReader): Uint8Array {
  const used: number[] = [];
  const rows = bits.read(16);
  for (let row = 0; row < 16; row++) {
    if ((rows & (0x8000 >> row)) === 0) continue;
    const columns = bits.read(16);
    for (let column = 0; column < 16; column++) if (columns & (0x8000 >> column)) used.push(16 * row + column);
  }
  return Uint8Array.from(used);
}

function readSelectors(bits: BitReader, groups: number, count: number): Uint8Array {
  const order = Uint8Array.from({length: groups}, (_, group) => group);
  return Uint8Array.from({length: count}, () => {
    let place = 0;
    while (bits.read(1) === 1) if (++place >= groups) throw new Damaged("names a group that there is not");
    return moveToFront(order, place);
  });
}

function readCodes(bits: BitReader, symbols: number): Codes {
  let length = bits.read(5);
  const lengths = Uint8Array.from({length: symbols}, () => {
    for (;;) {
      if (length < 1 || length > longestCode) throw new Damaged("has a code of an impossible length");
      if (bits.read(1) === 0) return length;
      length += bits.read(1) === 0 ? 1 : -1;
    }
  });
  const ordered = new Uint16Array(symbols);
  const [limit, base] = [new Int32Array(longestCode + 2), new Int32Array(longestCode + 2)];
  const lookup = new Int32Array(1 << lookupBits);
  let [code, place] = [0, 0];
  for (let one = 1; one <= longestCode; one++) {
    base[one] = code - place;
    for (let symbol = 0; symbol < symbols; symbol++) {
      if (lengths[symbol] !== one) continue;
      if (one <= lookupBits && code < 1 << one) {
        const from = code << (lookupBits - one);
        lookup.fill((symbol << 5) | one, from, from + (1 << (lookupBits - one)));
      }
      ordered[place++] = symbol;
      code++;
    }
    limit[one] = code * 2 ** (longestCode - one);
    code *= 2;
  }
  return {lookup, limit, base, symbols: ordered};
}

function readSymbol(bits: BitReader, {lookup, limit, base, symbols}: Codes): number {
  const next = bits.peek(longestCode);
  const known = lookup[next >>> (longestCode - lookupBits)]!;
  if (known > 0) {
    bits.skip(known & 31);
    return known >>> 5;
  }
  for (let length = 1; length <= longestCode; length++) {
    if (next >= limit[length]!) continue;
    bits.skip(length);
    const symbol = symbols[(next >>> (longestCode - length)) - base[length]!];
    if (symbol !== undefined) return symbol;
    break;
  }
  throw new Damaged("has a code that means nothing");
}

/** What is needed to read the symbols of a block. */
interface Symbols {
  readonly selectors: Uint8Array;
  readonly codes: readonly Codes[];
  readonly bytes: Uint8Array;
}

/** Writes the bytes of the block one after the other, and counts each. @returns How many there are. */
function readSymbols(
  bits: BitReader,
  {selectors, codes, bytes}: Symbols,
  into: Uint32Array,
  counts: Uint32Array,
): number {
  const order = Uint8Array.from({length: 256}, (_, place) => place);
  const last = bytes.length + 1;
  let [length, run, runLength, left, group] = [0, 1, 0, 0, 0];
  let own = codes[0]!;
  for (;;) {
    if (left === 0) {
      const selector = selectors[group++];
      if (selector === undefined) throw new Damaged("has more symbols than it says");
      own = codes[selector]!;
      left = groupLength;
    }
    left--;
    const symbol = readSymbol(bits, own);
    if (symbol === runA || symbol === runB) {
      runLength += symbol === runA ? run : 2 * run;
      run *= 2;
      if (runLength > into.length) throw new Damaged("has a run that is longer than a block");
      continue;
    }
    if (runLength > 0) {
      if (length + runLength > into.length) throw new Damaged("is longer than a block");
      const byte = bytes[order[0]!]!;
      into.fill(byte, length, length + runLength);
      counts[byte]! += runLength;
      length += runLength;
      [run, runLength] = [1, 0];
    }
    if (symbol === last) return length;
    if (length === into.length) throw new Damaged("is longer than a block");
    const byte = bytes[moveToFront(order, symbol - 1)]!;
    into[length++] = byte;
    counts[byte]!++;
  }
}

function moveToFront(order: Uint8Array, place: number): number {
  const moved = order[place]!;
  if (place > 16) order.copyWithin(1, 0, place);
  else for (let at = place; at > 0; at--) order[at] = order[at - 1]!;
  order[0] = moved;
  return moved;
}

/** Puts above each byte the place of the one that comes after it. */
function link(links: Uint32Array, length: number, counts: Uint32Array): void {
  let before = 0;
  for (let byte = 0; byte < 256; byte++) {
    const count = counts[byte]!;
    counts[byte] = before;
    before += count;
  }
  for (let place = 0; place < length; place++) {
    const to = counts[links[place]! & 255]!++;
    links[to]! |= place << 8;
  }
}
