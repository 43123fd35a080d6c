import {ByteSink} from "./byte-sink.ts";

/** How many bits does every number up to this one fit into? */
export function widthOf(most: number): number {
  return most < 2 ** 31 ? 32 - Math.clz32(most) : Math.floor(Math.log2(most)) + 1;
}

/**
 * Numbers in so many bits each, as a run of Parquet's hybrid of runs and packed bits.
 *
 * @param width From 1 to 31.
 */
export function packedRun(numbers: Int32Array | Uint8Array, width: number): Buffer {
  const groups = Math.ceil(numbers.length / 8);
  const head = new ByteSink(8);
  head.varint(2 * groups + 1);
  const packed = new Int32Array(Math.ceil((groups * width) / 4));
  pack(numbers, width, packed);
  return Buffer.concat([head.bytes, Buffer.from(packed.buffer, 0, groups * width)]);
}

function pack(numbers: Int32Array | Uint8Array, width: number, packed: Int32Array): void {
  let open = 0;
  let bits = 0;
  let at = 0;
  for (let place = 0; place < numbers.length; place++) {
    const number = numbers[place]!;
    open |= number << bits;
    bits += width;
    if (bits < 32) continue;
    packed[at++] = open;
    bits -= 32;
    open = number >>> (width - bits);
  }
  if (bits > 0) packed[at] = open;
}

/** The same number so many times, in the same hybrid. @param number At most 255. */
export function repeatedRun(number: number, count: number): Buffer {
  const run = new ByteSink(8);
  run.varint(2 * count);
  run.byte(number);
  return run.bytes;
}

const [blockLength, runLength] = [128, 32];

/** Whole numbers as the differences from one to the next (DELTA_BINARY_PACKED). No difference may be 2^52 or more. */
export function deltaPacked(numbers: Float64Array): Buffer {
  const sink = new ByteSink(numbers.length * 3 + 64);
  sink.varint(blockLength);
  sink.varint(blockLength / runLength);
  sink.varint(numbers.length);
  sink.zigzag(numbers[0] ?? 0);
  const steps = new Float64Array(blockLength);
  const run: Run = {numbers: new Int32Array(runLength), packed: new Int32Array(runLength)};
  for (let from = 1; from < numbers.length; from += blockLength) {
    const count = Math.min(blockLength, numbers.length - from);
    let least = Number.POSITIVE_INFINITY;
    for (let place = 0; place < count; place++) {
      const step = numbers[from + place]! - numbers[from + place - 1]!;
      steps[place] = step;
      if (step < least) least = step;
    }
    for (let place = 0; place < count; place++) steps[place] = steps[place]! - least;
    steps.fill(0, count);
    sink.zigzag(least);
    putBlock(sink, steps, count, run);
  }
  return sink.bytes;
}

/** Memory for one run after the other: its numbers, and the same packed. */
interface Run {
  readonly numbers: Int32Array;
  readonly packed: Int32Array;
}

function putBlock(sink: ByteSink, steps: Float64Array, count: number, {numbers, packed}: Run): void {
  for (let from = 0; from < blockLength; from += runLength) sink.byte(widthFrom(steps, from, count));
  for (let from = 0; from < count; from += runLength) {
    const width = widthFrom(steps, from, count);
    if (width > 31) {
      putWide(sink, steps.subarray(from, from + runLength), width);
    } else if (width > 0) {
      for (let place = 0; place < runLength; place++) numbers[place] = steps[from + place]!;
      pack(numbers, width, packed);
      sink.all(new Uint8Array(packed.buffer, 0, 4 * width));
    }
  }
}

/** How many bits do the numbers of the run need that begins here? */
function widthFrom(steps: Float64Array, from: number, count: number): number {
  let most = 0;
  for (let place = from; place < Math.min(from + runLength, count); place++) {
    if (steps[place]! > most) most = steps[place]!;
  }
  return widthOf(most);
}

/** Shifts know 32 bits only: wider numbers go in parts. */
function putWide(sink: ByteSink, steps: Float64Array, width: number): void {
  let open = 0;
  let bits = 0;
  for (const step of steps) {
    let rest = step;
    for (let left = width; left > 0; left -= 24) {
      const part = Math.min(left, 24);
      open |= (rest % 2 ** part) << bits;
      rest = Math.floor(rest / 2 ** part);
      for (bits += part; bits >= 8; bits -= 8) {
        sink.byte(open & 255);
        open >>>= 8;
      }
    }
  }
}
