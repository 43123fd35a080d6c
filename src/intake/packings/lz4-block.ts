import {Damaged} from "./packing.ts";

/** The shortest match; shorter ones are written as they are. */
const shortestMatch = 4;

/**
 * Unpacks a block of LZ4.
 *
 * @param room Where what is unpacked goes; it ends where the longest block would.
 * @param start Where in the room it goes to.
 * @param low From where on what stands before it may be repeated.
 * @returns Where it ends.
 * @throws {Damaged}
 * @source https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md
 */
export function unpackLz4Block(
  packed: Uint8Array,
  room: Uint8Array,
  {start, low}: {start: number; low: number},
): number {
  let [from, to] = [0, start];
  const lengthFrom = (part: number): number => {
    let length = part;
    for (let byte = part === 15 ? 255 : 0; byte === 255; length += byte) {
      if (from >= packed.length) throw new Damaged();
      byte = packed[from++]!;
    }
    return length;
  };
  for (;;) {
    if (from >= packed.length) throw new Damaged();
    const token = packed[from++]!;
    const literals = lengthFrom(token >>> 4);
    if (from + literals > packed.length || to + literals > room.length) throw new Damaged();
    room.set(packed.subarray(from, from + literals), to);
    from += literals;
    to += literals;
    // The last part of a block has no match.
    if (from === packed.length) return to;
    if (from + 2 > packed.length) throw new Damaged();
    const offset = packed[from]! | (packed[from + 1]! << 8);
    from += 2;
    const match = lengthFrom(token & 15) + shortestMatch;
    if (offset === 0 || to - offset < low || to + match > room.length) throw new Damaged();
    if (offset >= match) room.copyWithin(to, to - offset, to - offset + match);
    // What is repeated may be a part of itself.
    else for (let at = 0; at < match; at++) room[to + at] = room[to + at - offset]!;
    to += match;
  }
}
