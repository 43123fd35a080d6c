import {BitReader} from "./bit-reader.ts";
import {readBlock, type SortedBlock} from "./bzip2-block.ts";
import {BreaksOff, Damaged} from "./packing.ts";

const pieceLength = 1 << 20;

/** `BZh`, with which a stream begins. */
const streamMark = 0x425a68;

/** The six bytes before a block and before the end of a stream. */
const [blockMark, endMark] = ["314159265359", "177245385090"];

/**
 * Unpacks bzip2, of several streams, too, as `pbzip2` and `cat` write them.
 *
 * Own code: no library that is kept reads it as a stream and stands what a stranger may have damaged.
 *
 * @throws {BreaksOff | Damaged}
 */
export async function* bunzip2(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const bits = new BitReader();
  const pieces = packed[Symbol.asyncIterator]();
  let isOver = false;
  const fill = async (bytes: number): Promise<void> => {
    while (!isOver && bits.left < bytes) {
      const {value, done} = await pieces.next();
      if (done) isOver = true;
      else bits.add(value);
    }
  };
  try {
    for (let stream = 0; ; stream++) {
      await fill(4);
      // What stands behind the last stream is passed over by bzip2, too.
      if (stream > 0 && (bits.left < 3 || bits.peek(24) !== streamMark)) return;
      const blockSize = readHeader(bits);
      for (let sum = 0; ; ) {
        // A symbol takes at most 20 bits, and what stands before them less than this.
        await fill(Math.ceil(blockSize * 2.5) + 40_000);
        const mark = [1, 2].map(() => bits.read(24).toString(16).padStart(6, "0")).join("");
        const own = bits.readWord();
        if (mark === endMark) {
          if (own !== sum) throw new Damaged("the sum of the blocks is another");
          if (bits.isPastEnd) throw new BreaksOff();
          bits.align();
          break;
        }
        if (mark !== blockMark) throw new Damaged("no block");
        const block = readBlock(bits, blockSize);
        if (bits.isPastEnd) throw new BreaksOff();
        const crc = yield* bytesOf(block);
        if (crc !== own) throw new Damaged("the sum of a block is another");
        sum = (((sum << 1) | (sum >>> 31)) ^ crc) >>> 0;
      }
    }
  } catch (fault) {
    // Behind the end there is nothing but zeros, which may look like damage.
    throw fault instanceof Damaged && bits.isPastEnd ? new BreaksOff() : fault;
  } finally {
    await pieces.return?.();
  }
}

function readHeader(bits: BitReader): number {
  const mark = bits.read(24);
  const level = bits.read(8) - 48;
  if (mark !== streamMark || level < 1 || level > 9) throw new Damaged("no bzip2");
  return level * 100_000;
}

/** The bytes of a block, whose runs of four and more were shortened before it was sorted. @returns Their sum (CRC-32). */
function* bytesOf({links, length, start}: SortedBlock): Generator<Buffer, number> {
  let piece = Buffer.allocUnsafe(pieceLength);
  let [at, crc, place, run, before] = [0, 0xffff_ffff, start, 0, -1];
  for (let left = length; left > 0; left--) {
    const link = links[place]!;
    const byte = link & 255;
    place = link >>> 8;
    let copies = 1;
    if (run === 4) {
      copies = byte;
      run = 0;
    } else {
      run = byte === before ? run + 1 : 1;
      before = byte;
    }
    if (at + copies > pieceLength) {
      yield piece.subarray(0, at);
      [piece, at] = [Buffer.allocUnsafe(pieceLength), 0];
    }
    for (let copy = 0; copy < copies; copy++) {
      piece[at++] = before;
      crc = (crc << 8) ^ crcTable[(crc >>> 24) ^ before]!;
    }
    if (run === 0) before = -1;
  }
  if (at > 0) yield piece.subarray(0, at);
  return ~crc >>> 0;
}

/** For sums over bits, the highest first: what `zlib` has is over the lowest first. */
const crcTable = Int32Array.from({length: 256}, (_, byte) => {
  let crc = byte << 24;
  for (let bit = 0; bit < 8; bit++) crc = crc < 0 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  return crc;
});
