/*
 * Packs whole numbers as Parquet's pages hold them: which rows hold one, and the differences from one to the next
 * (DELTA_BINARY_PACKED). In AssemblyScript: `npm run wasm` makes `pack-numbers.wasm` of it. `src/engine/parquet/number-code.ts`
 * is what calls this.
 */

const blockLength: i32 = 128;
const runLength: i32 = 32;

/** Where the given numbers stand, those of them that are there, and the page. */
let given: usize = 0;
let values: usize = 0;
let page: usize = 0;
let room: i32 = -1;

/** The differences of a block. */
const steps: usize = memory.data(blockLength * 8);

/** Where the next byte of the page goes. */
let at: usize = 0;

/** How many rows hold a number, the least and the greatest of these. */
export let count: i32 = 0;
export let least: f64 = 0;
export let most: f64 = 0;

/** Makes room for the numbers of so many rows, and says where they are to be put. */
export function roomFor(rows: i32): usize {
  if (rows <= room) return given;
  // What was given before stays taken: it has to become more in great steps.
  room = max(rows, 2 * room);
  const length: usize = (<usize>room + 1) * 8;
  given = heap.alloc(length);
  values = heap.alloc(length);
  // Besides, a row takes one bit, and a block a head of fewer than 32 bytes.
  page = heap.alloc(length + <usize>room / 8 + (<usize>room / blockLength + 3) * 32 + blockLength * 8);
  return given;
}

/** Where the page stands that was packed last. */
export function pageAt(): usize {
  return page;
}

/** Packs numbers of 32 bits, of which those below 0 stand for none. Says how long the page is. */
export function packIntegers(rows: i32): i32 {
  let end: usize = values;
  for (let row: i32 = 0; row < rows; row++) {
    const number: i32 = load<i32>(given + ((<usize>row) << 2));
    store<i64>(end, <i64>number);
    end += <usize>(number >= 0 ? 8 : 0);
  }
  count = <i32>((end - values) >> 3);
  if (beginPage(rows)) {
    for (let row: i32 = 0; row < rows; row++) mark(row, load<i32>(given + ((<usize>row) << 2)) >= 0);
  }
  return endPage(rows);
}

/** Packs whole numbers in floating point, of which NaN stands for none. Says how long the page is. */
export function packReals(rows: i32): i32 {
  let end: usize = values;
  for (let row: i32 = 0; row < rows; row++) {
    const number: f64 = load<f64>(given + ((<usize>row) << 3));
    if (!isThere(number)) continue;
    store<i64>(end, <i64>number);
    end += 8;
  }
  count = <i32>((end - values) >> 3);
  if (beginPage(rows)) {
    for (let row: i32 = 0; row < rows; row++) {
      const number: f64 = load<f64>(given + ((<usize>row) << 3));
      mark(row, isThere(number));
    }
  }
  return endPage(rows);
}

/** NaN is less than nothing. */
function isThere(number: f64): bool {
  return number < Infinity;
}

/** Writes how long it takes to say which rows hold a number, and begins to say it. Is there a bit to be set for each? */
function beginPage(rows: i32): bool {
  at = page + 4;
  const isMixed = count > 0 && count < rows;
  if (isMixed) {
    varint(<u64>(((rows + 7) / 8) * 2 + 1));
    memory.fill(at, 0, (rows + 7) / 8);
  } else {
    // All rows are alike.
    varint(<u64>rows * 2);
    byte(count > 0 ? 1 : 0);
  }
  return isMixed;
}

function mark(row: i32, isThere: bool): void {
  const place: usize = at + <usize>(row >> 3);
  store<u8>(place, <u8>(<u32>load<u8>(place) | ((<u32>(isThere ? 1 : 0)) << (<u32>row & 7))));
}

function endPage(rows: i32): i32 {
  if (count > 0 && count < rows) at += <usize>((rows + 7) / 8);
  store<u32>(page, <u32>(at - page - 4));
  if (count > 0) packSteps();
  return <i32>(at - page);
}

function packSteps(): void {
  varint(blockLength);
  varint(blockLength / runLength);
  varint(count);
  const first: i64 = load<i64>(values);
  zigzag(first);
  let lowest: i64 = first;
  let highest: i64 = first;
  for (let from: i32 = 1; from < count; from += blockLength) {
    const length: i32 = min(blockLength, count - from);
    let before: i64 = load<i64>(values + ((<usize>(from - 1)) << 3));
    let smallest: i64 = i64.MAX_VALUE;
    for (let place: i32 = 0; place < length; place++) {
      const number: i64 = load<i64>(values + ((<usize>(from + place)) << 3));
      const step: i64 = number - before;
      store<i64>(steps + ((<usize>place) << 3), step);
      before = number;
      smallest = min(smallest, step);
      lowest = min(lowest, number);
      highest = max(highest, number);
    }
    zigzag(smallest);
    packBlock(smallest, length);
  }
  least = <f64>lowest;
  most = <f64>highest;
}

/** Writes what is more than the smallest step, in as many bits as the greatest of a run needs. */
function packBlock(smallest: i64, length: i32): void {
  const widths: usize = at;
  at += blockLength / runLength;
  for (let run: i32 = 0; run < blockLength / runLength; run++) {
    const from: usize = steps + <usize>(run * runLength * 8);
    let all: u64 = 0;
    for (let place: i32 = 0; place < runLength; place++) {
      const step: usize = from + ((<usize>place) << 3);
      const more: u64 = run * runLength + place < length ? <u64>(load<i64>(step) - smallest) : 0;
      store<u64>(step, more);
      all |= more;
    }
    const width: u32 = 64 - <u32>clz(all);
    store<u8>(widths + <usize>run, <u8>width);
    if (width > 32) packWide(from, width);
    else if (width > 0) packRun(from, width);
  }
}

function packRun(from: usize, width: u32): void {
  let open: u64 = 0;
  let bits: u32 = 0;
  for (let place: i32 = 0; place < runLength; place++) {
    open |= load<u64>(from + ((<usize>place) << 3)) << bits;
    bits += width;
    if (bits < 32) continue;
    store<u32>(at, <u32>open);
    at += 4;
    open >>= 32;
    bits -= 32;
  }
}

/** The same where what is open would not fit into 64 bits: in two parts each. */
function packWide(from: usize, width: u32): void {
  let open: u64 = 0;
  let bits: u32 = 0;
  for (let place: i32 = 0; place < 2 * runLength; place++) {
    const number: u64 = load<u64>(from + ((<usize>(place >> 1)) << 3));
    const isHigh: bool = (place & 1) === 1;
    open |= (isHigh ? number >> 32 : number & 0xffffffff) << bits;
    bits += isHigh ? width - 32 : 32;
    if (bits < 32) continue;
    store<u32>(at, <u32>open);
    at += 4;
    open >>= 32;
    bits -= 32;
  }
}

function byte(value: u32): void {
  store<u8>(at, <u8>value);
  at++;
}

function varint(value: u64): void {
  let rest: u64 = value;
  for (; rest >= 0x80; rest >>= 7) byte(<u32>(rest & 0x7f) | 0x80);
  byte(<u32>rest);
}

function zigzag(value: i64): void {
  varint(<u64>((value << 1) ^ (value >> 63)));
}
