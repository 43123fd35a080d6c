import {Buffer} from "node:buffer";
import {unpackLz4Block} from "./lz4-block.ts";
import {BreaksOff, Damaged, lz4Magic} from "./packing.ts";
import {Xxh32} from "./xxh32.ts";

/** The first of sixteen ways in which a frame begins that is to be passed over. */
const skippedMagic = 0x184d2a50;

/** A block may repeat what stands so far before it. */
const windowLength = 1 << 16;

/** What a frame says of itself, in the bits of its first two bytes. */
interface FrameHead {
  readonly areApart: boolean;
  readonly hasBlockSums: boolean;
  readonly hasSum: boolean;
  readonly longestBlock: number;
}

/**
 * Unpacks LZ4, of several frames, too. Holds one block and the window before it, at most four megabytes: what packages there are want a
 * frame as a whole, however large it gets.
 *
 * @throws {BreaksOff | Damaged}
 * @source https://github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md
 */
export async function* unlz4(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const bytes = new Bytes(packed);
  while (await bytes.hasMore()) {
    const magic = (await bytes.take(4)).readUInt32LE();
    if ((magic & ~15) >>> 0 === skippedMagic) await bytes.skip((await bytes.take(4)).readUInt32LE());
    else if (magic === lz4Magic) yield* blocksOf(bytes, await headOf(bytes));
    else throw new Damaged();
  }
}

async function headOf(bytes: Bytes): Promise<FrameHead> {
  const flags = await bytes.take(2);
  const [flag, block] = [flags[0]!, flags[1]!];
  const has = (bit: number): boolean => (flag & bit) !== 0;
  const rest = await bytes.take((has(8) ? 8 : 0) + (has(1) ? 4 : 0));
  const [sum] = await bytes.take(1);
  const told = new Xxh32().add(flags).add(rest).sum();
  const size = (block >>> 4) & 7;
  if (flag >>> 6 !== 1 || size < 4 || ((told >>> 8) & 255) !== sum) throw new Damaged();
  if (has(1)) throw new Damaged("is written with options that are not read");
  return {areApart: has(32), hasBlockSums: has(16), hasSum: has(4), longestBlock: 1 << (8 + 2 * size)};
}

async function* blocksOf(bytes: Bytes, head: FrameHead): AsyncGenerator<Buffer> {
  const room = new Uint8Array(windowLength + head.longestBlock);
  const sum = new Xxh32();
  let window = 0;
  for (;;) {
    const size = (await bytes.take(4)).readUInt32LE();
    if (size === 0) break;
    const [isPlain, length] = [size >>> 31 === 1, size & 0x7fffffff];
    if (length > head.longestBlock) throw new Damaged();
    const block = await bytes.take(length);
    if (head.hasBlockSums && (await bytes.take(4)).readUInt32LE() !== new Xxh32().add(block).sum()) throw new Damaged();
    const start = windowLength;
    const end = isPlain ? start + length : unpackLz4Block(block, room, {start, low: start - window});
    if (isPlain) room.set(block, start);
    const piece = Buffer.from(room.subarray(start, end));
    if (head.hasSum) sum.add(piece);
    if (!head.areApart) {
      room.copyWithin(0, end - windowLength, end);
      window = Math.min(windowLength, window + piece.length);
    }
    yield piece;
  }
  if (head.hasSum && (await bytes.take(4)).readUInt32LE() !== sum.sum()) throw new Damaged();
}

/** Takes so many bytes at once of those that come in pieces. */
class Bytes {
  readonly #pieces: AsyncIterator<Buffer>;
  #left: Buffer = Buffer.alloc(0);

  constructor(pieces: AsyncIterable<Buffer>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  async hasMore(): Promise<boolean> {
    while (this.#left.length === 0) if (!(await this.#more())) return false;
    return true;
  }

  /** @throws {BreaksOff} */
  async take(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let missing = length; missing > 0; ) {
      if (!(await this.hasMore())) throw new BreaksOff();
      const part = this.#left.subarray(0, missing);
      parts.push(part);
      missing -= part.length;
      this.#left = this.#left.subarray(part.length);
    }
    return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
  }

  /** @throws {BreaksOff} */
  async skip(length: number): Promise<void> {
    for (let missing = length; missing > 0; ) {
      if (!(await this.hasMore())) throw new BreaksOff();
      const passed = Math.min(missing, this.#left.length);
      missing -= passed;
      this.#left = this.#left.subarray(passed);
    }
  }

  async #more(): Promise<boolean> {
    const {value, done} = await this.#pieces.next();
    if (done) return false;
    this.#left = value;
    return true;
  }
}
