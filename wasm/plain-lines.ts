/*
 * Takes plain lines apart, where they stand, sixteen bytes at a time. In AssemblyScript: `npm run wasm` makes `plain-lines.wasm` of it.
 *
 * A field is hashed and compared as bytes, and becomes the number of a word; there are few different words in a log. A line is plain
 * when it leaves no doubt: printable ASCII, nothing escaped, one blank where one belongs. Of any other it is only said where it
 * stands. `src/intake/plain/line-scanner.ts` is what calls this.
 */

/** A longer word is none that lines have in common. */
const longestWord: usize = 1 << 14;

/** A size of more digits is left to the exact expression. */
const mostDigits = 15;

/** `10/Oct/2005:13:55:36 -0700` */
const clockLength = 26;

const newline: u8 = 0x0a;
const carriageReturn: u8 = 0x0d;
const blank: u8 = 0x20;
const quote: u8 = 0x22;
const comma: u8 = 0x2c;
const hyphen: u8 = 0x2d;
const slash: u8 = 0x2f;
const colon: u8 = 0x3a;
const bracket: u8 = 0x5b;
const backslash: u8 = 0x5c;

/** Different words, numbered from 1. A word is kept as its number, its length, and its bytes filled up with zeros to whole sixteens. */
class Book {
  count: i32 = 0;
  /** Twos: the hash of a word, and where it is kept; 0 for none. */
  slots: usize = 0;
  bits: i32 = 11;
  /** Where each word is kept. */
  starts: usize = 0;
  room: i32 = 1 << 10;

  /** @param forbidden What a plain word may not hold, besides quotes and backslashes. */
  constructor(readonly forbidden: u8) {
    this.slots = zeros(8 << this.bits);
    this.starts = zeros(4 * this.room);
  }
}

/** What a word is kept behind: its number and its length. */
const headLength: usize = 16;

// What `begin` sets.
let chunk: usize = 0;
let columns: usize = 0;
let odds: usize = 0;
let mostRows: i32 = 0;
let factor: u64 = 1;
let masks: usize = 0;
let clients: Book | null = null;
let hosts: Book | null = null;
let methods: Book | null = null;
let paths: Book | null = null;
let referrers: Book | null = null;
let agents: Book | null = null;

// What `expect` sets.
let hasHost = false;
let hasOrigin = false;
let earliest: f64 = 0;
let latest: f64 = 0;
let longestLine: usize = 0;

/** How many rows the last call of `scan` wrote, and how many of them are of odd lines. */
export let rows: i32 = 0;
export let oddRows: i32 = 0;

/** Where the word ends that was read last, and where the line goes on. */
let end: usize = 0;
let here: usize = 0;

/**
 * Forgets everything, and makes room.
 *
 * @param capacity How many bytes a chunk may have, and what stands behind it.
 * @param tableRows How many lines are told at once.
 * @param seed Any odd number that who writes logs does not know: no crafted log can make words collide.
 */
export function begin(capacity: i32, tableRows: i32, seed: u64): void {
  heap.reset();
  masks = zeros(32);
  for (let place: usize = 0; place < 16; place++) store<u8>(masks + place, 0xff);
  chunk = heap.alloc(capacity);
  mostRows = tableRows;
  columns = heap.alloc(tableRows * 44);
  odds = heap.alloc(tableRows * 4);
  factor = seed;
  clients = new Book(comma);
  hosts = new Book(quote);
  methods = new Book(quote);
  paths = new Book(quote);
  referrers = new Book(quote);
  agents = new Book(quote);
  dateStart = 0;
  dateEnd = 0;
  zone = 0;
}

/** How are the lines to be read? Instants in seconds. */
export function expect(host: bool, origin: bool, notBefore: f64, notAfter: f64, longest: i32): void {
  hasHost = host;
  hasOrigin = origin;
  earliest = notBefore;
  latest = notAfter;
  longestLine = longest;
}

/** Where chunks are to be put. */
export function chunkAt(): usize {
  return chunk;
}

/** Where the table stands: seconds and bytes, then client, host, method, path, status, referrer and agent. */
export function columnsAt(): usize {
  return columns;
}

/** Where the numbers of the odd rows stand. */
export function oddsAt(): usize {
  return odds;
}

/** How much memory has been taken. */
export function memoryUsed(): usize {
  return heap.alloc(0);
}

/** How many words a book has: 0 client, 1 host, 2 method, 3 path, 4 referrer, 5 agent. */
export function countOf(book: i32): i32 {
  return bookOf(book).count;
}

/** Where a word stands, and how long it is. */
export function wordAt(book: i32, number: i32): usize {
  return wordOf(bookOf(book), number) + headLength;
}

export function wordLength(book: i32, number: i32): u32 {
  return load<u32>(wordOf(bookOf(book), number), 4);
}

/**
 * Writes what lines say into the table, a row a line, until the chunk ends or the table is full.
 *
 * The row of an odd line has, in place of seconds and bytes, where the line begins and ends.
 *
 * @param from Where the first line begins in the chunk.
 * @param until Where the last line's newline ends; fences have to stand behind it.
 * @returns Where the next line begins.
 */
export function scan(from: i32, until: i32): i32 {
  let at = chunk + from;
  const last = chunk + until;
  rows = 0;
  oddRows = 0;
  while (at < last && rows < mostRows) {
    if (read(at, rows) && here - at <= longestLine) {
      at = here;
    } else {
      store<i32>(odds + 4 * oddRows++, rows);
      const stop = lineEnd(at);
      store<f64>(columns + 8 * rows, f64(at - chunk));
      store<f64>(columns + 8 * (mostRows + rows), f64(stop - chunk));
      at = stop + 1;
    }
    rows++;
  }
  return i32(at - chunk);
}

function read(start: usize, row: i32): bool {
  here = start;
  let host = 0;
  if (hasHost) {
    host = readHost();
    if (host < 0) return false;
    if (load<u8>(here) === hyphen) return false;
  }
  const clientStart = here;
  const client = readWord(clients!, here, blank, newline);
  if (client < 0 || end === clientStart) return false;
  here = end;
  if (!passUser()) return false;
  const seconds = readClock(here);
  here += clockLength;
  // `] "`
  if (!(seconds >= earliest && seconds <= latest) || (load<u32>(here) & 0xffffff) !== 0x22205d) return false;
  here += 3;
  const method = readWord(methods!, here, blank, newline);
  if (method < 0 || end === here) return false;
  here = end + 1;
  const path = readWord(paths!, here, blank, 0x3f);
  if (path < 0 || end === here) return false;
  here = end;
  if (!passProtocol()) return false;
  const status = readStatus();
  if (status < 0) return false;
  const bytes = readSize();
  if (bytes < 0) return false;
  let referrer = 0;
  let agent = 0;
  if (hasOrigin) {
    // ` "`
    if (load<u16>(here) !== 0x2220) return false;
    referrer = readWord(referrers!, here + 2, quote, newline);
    // `" "`
    if (referrer < 0 || (load<u32>(end) & 0xffffff) !== 0x222022) return false;
    agent = readWord(agents!, end + 3, quote, newline);
    here = end;
    if (agent < 0 || load<u8>(here++) !== quote) return false;
    // nginx's own example appends one more quoted part, the addresses that a proxy forwarded.
    if (load<u16>(here) === 0x2220 && !passLastPart()) return false;
  }
  if (load<u8>(here) === carriageReturn) here++;
  if (load<u8>(here++) !== newline) return false;
  let column = columns + 8 * row;
  store<f64>(column, seconds);
  store<f64>(column + 8 * mostRows, f64(bytes));
  const step = 4 * mostRows;
  column = columns + 16 * mostRows + 4 * row;
  store<i32>(column, client);
  store<i32>(column + step, host);
  store<i32>(column + 2 * step, method);
  store<i32>(column + 3 * step, path);
  store<i32>(column + 4 * step, status);
  store<i32>(column + 5 * step, referrer);
  store<i32>(column + 6 * step, agent);
  return true;
}

/** `www.example.org:80 `: one colon, with a port behind it. */
function readHost(): i32 {
  const start = here;
  let at = findEither(start, colon, blank);
  if (at === start || load<u8>(at) !== colon) return -1;
  at++;
  const port = at;
  while (isDigit(load<u8>(at))) at++;
  if (at - port < 1 || at - port > 5 || load<u8>(at) !== blank) return -1;
  const host = readWord(hosts!, start, blank, newline);
  if (end !== at) return -1;
  here = at + 1;
  return host;
}

/** ` - frank [`, or with a virtual host two words; leaves `here` where the instant begins. */
function passUser(): bool {
  // ` - - [`
  if (load<u32>(here) === 0x2d202d20 && load<u16>(here, 4) === 0x5b20) {
    here += 6;
    return true;
  }
  if (load<u8>(here) !== blank) return false;
  let at = here + 1;
  // The word behind the client stands there, and a blank after it.
  if (hasHost && load<u8>(at) === blank) return false;
  for (let byte = load<u8>(at); byte !== bracket; byte = load<u8>(++at)) {
    if (!isPrintable(byte) || byte === quote || byte === comma || byte === backslash) return false;
  }
  if (load<u8>(at - 1) !== blank || (hasHost && at - 1 === here)) return false;
  here = at + 1;
  return true;
}

/** `?query HTTP/1.1" `, whatever the query is. */
function passProtocol(): bool {
  let at = here;
  while (isInWord(load<u8>(at))) at++;
  // ` HTTP`
  if (load<u8>(at) !== blank || load<u32>(at + 1) !== 0x50545448) return false;
  at += 5;
  if (load<u8>(at) !== slash) return false;
  while (isInWord(load<u8>(at))) at++;
  if (load<u8>(at) !== quote) return false;
  here = at + 1;
  return true;
}

/** ` 200` */
function readStatus(): i32 {
  const four = load<u32>(here);
  here += 4;
  const hundreds = u8(four >> 8);
  const tens = u8(four >> 16);
  const ones = u8(four >> 24);
  if (u8(four) !== blank || !isDigit(hundreds) || !isDigit(tens) || !isDigit(ones)) return -1;
  return i32(hundreds) * 100 + i32(tens) * 10 + i32(ones) - 0x30 * 111;
}

/** ` 2326` or ` -` */
function readSize(): i64 {
  if (load<u8>(here) !== blank) return -1;
  let at = here + 1;
  let bytes: i64 = 0;
  if (load<u8>(at) === hyphen) {
    at++;
  } else {
    const first = at;
    for (let byte = load<u8>(at); isDigit(byte); byte = load<u8>(++at)) {
      if (at - first === mostDigits) return -1;
      bytes = bytes * 10 + i64(byte) - 0x30;
    }
    if (at === first) return -1;
  }
  here = at;
  return bytes;
}

/** ` "203.0.113.9"` */
function passLastPart(): bool {
  let at = here + 2;
  for (let byte = load<u8>(at); byte !== quote; byte = load<u8>(++at)) {
    if (!isPrintable(byte) || byte === backslash) return false;
  }
  here = at + 1;
  return true;
}

// The date and the zone as they stood in the last line, and the seconds to which the day's time is added.
let dateStart: u64 = 0;
let dateEnd: u32 = 0;
let zone: u64 = 0;
let midnight: f64 = NaN;

/** @returns Seconds; NaN where nothing stands here that every reader of logs would take for the same instant. */
function readClock(at: usize): f64 {
  const zoneHere = u64(load<u32>(at, 20)) | (u64(load<u16>(at, 24)) << 32);
  if (load<u64>(at) !== dateStart || load<u32>(at, 8) !== dateEnd || zoneHere !== zone) {
    dateStart = load<u64>(at);
    dateEnd = load<u32>(at, 8);
    zone = zoneHere;
    midnight = midnightOf(at);
  }
  const hours = twoDigits(at + 12);
  const minutes = twoDigits(at + 15);
  const seconds = twoDigits(at + 18);
  const isTime = hours < 24 && minutes < 60 && seconds < 60;
  const areColons = load<u8>(at, 14) === colon && load<u8>(at, 17) === colon;
  return isTime && areColons ? midnight + f64(hours * 3600 + minutes * 60 + seconds) : NaN;
}

function midnightOf(at: usize): f64 {
  const day = twoDigits(at);
  const month = monthOf(load<u32>(at, 3) & 0xffffff);
  const year = twoDigits(at + 7) * 100 + twoDigits(at + 9);
  const hours = twoDigits(at + 22);
  const minutes = twoDigits(at + 24);
  const areDigits = twoDigits(at + 7) < 100 && twoDigits(at + 9) < 100;
  const arePlaced = load<u8>(at, 2) === slash && load<u8>(at, 6) === slash && load<u8>(at, 11) === colon;
  const sign = load<u8>(at, 21);
  const isZone = load<u8>(at, 20) === blank && (sign === hyphen || sign === 0x2b) && hours <= 14 && minutes <= 59;
  if (!areDigits || !arePlaced || !isZone || month === 0 || year <= 1900) return NaN;
  if (day < 1 || day > daysOf(month, year)) return NaN;
  const ahead = (hours * 3600 + minutes * 60) * (sign === hyphen ? -1 : 1);
  return f64(daysSince1970(day, month, year)) * 86400 - f64(ahead);
}

/** From 1; 0 for none. */
function monthOf(name: u32): i32 {
  if (name === 0x6e614a) return 1;
  if (name === 0x626546) return 2;
  if (name === 0x72614d) return 3;
  if (name === 0x727041) return 4;
  if (name === 0x79614d) return 5;
  if (name === 0x6e754a) return 6;
  if (name === 0x6c754a) return 7;
  if (name === 0x677541) return 8;
  if (name === 0x706553) return 9;
  if (name === 0x74634f) return 10;
  if (name === 0x766f4e) return 11;
  return name === 0x636544 ? 12 : 0;
}

function daysOf(month: i32, year: i32): i32 {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeap(year: i32): bool {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Years begin with March here, so that a leap day is a year's last. */
function daysSince1970(day: i32, month: i32, year: i32): i32 {
  const from = month > 2 ? year : year - 1;
  const inYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  return 365 * from + from / 4 - from / 100 + from / 400 + inYear - 719468;
}

/** @returns 100 where there are none. */
function twoDigits(at: usize): i32 {
  const tens = i32(load<u8>(at)) - 0x30;
  const ones = i32(load<u8>(at, 1)) - 0x30;
  return tens >= 0 && tens < 10 && ones >= 0 && ones < 10 ? 10 * tens + ones : 100;
}

/**
 * Which number has the word that begins here? Sets `end`.
 *
 * One of the ends has to come: after the last line stands a fence of them.
 *
 * @returns -1 where the word is not plain.
 */
function readWord(book: Book, from: usize, one: u8, two: u8): i32 {
  const ones = i8x16.splat(one);
  const twos = i8x16.splat(two);
  let at = from;
  let hash: u64 = 0;
  let part = v128.load(at);
  let found = i8x16.bitmask(v128.or(i8x16.eq(part, ones), i8x16.eq(part, twos)));
  while (found === 0) {
    hash = mixed(hash, part);
    at += 16;
    part = v128.load(at);
    found = i8x16.bitmask(v128.or(i8x16.eq(part, ones), i8x16.eq(part, twos)));
  }
  const rest: usize = ctz(found);
  part = v128.and(part, v128.load(masks + 16 - rest));
  hash = mixed(hash, part);
  end = at + rest;
  const length = u32(end - from);
  const short = u32(hash >> 32) ^ length;
  const mask: u32 = (1 << book.bits) - 1;
  let slot = short & mask;
  for (; ; slot = (slot + 1) & mask) {
    const place = book.slots + (slot << 3);
    const start: usize = load<u32>(place, 4);
    if (start === 0) break;
    if (load<u32>(place) !== short || load<u32>(start, 4) !== length) continue;
    let word = start + headLength;
    let same = from;
    while (same < at && !v128.any_true(v128.xor(v128.load(same), v128.load(word)))) {
      same += 16;
      word += 16;
    }
    if (same === at && !v128.any_true(v128.xor(part, v128.load(word)))) return load<i32>(start);
  }
  if (!isPlain(from, book.forbidden)) return -1;
  return add(book, from, at, part, short, slot);
}

function mixed(hash: u64, part: v128): u64 {
  let mix = (hash ^ i64x2.extract_lane(part, 0)) * factor;
  mix = ((mix ^ (mix >> 32)) + i64x2.extract_lane(part, 1)) * factor;
  return mix ^ (mix >> 29);
}

/** Printable ASCII without quotes and backslashes, and not too long; looked at only once a word. */
function isPlain(from: usize, forbidden: u8): bool {
  if (end - from > longestWord) return false;
  for (let at = from; at < end; at++) {
    const byte = load<u8>(at);
    if (!isPrintable(byte) || byte === quote || byte === backslash || byte === forbidden) return false;
  }
  return true;
}

function add(book: Book, from: usize, lastAt: usize, last: v128, hash: u32, slot: u32): i32 {
  const whole = lastAt - from;
  const start = heap.alloc(headLength + whole + 16);
  const number = ++book.count;
  if (number === book.room) {
    const larger = zeros(8 * book.room);
    memory.copy(larger, book.starts, 4 * book.room);
    book.starts = larger;
    book.room *= 2;
  }
  store<u32>(book.starts + 4 * number, u32(start));
  store<i32>(start, number);
  store<u32>(start, u32(end - from), 4);
  memory.copy(start + headLength, from, whole);
  v128.store(start + headLength + whole, last);
  store<u32>(book.slots + (slot << 3), hash);
  store<u32>(book.slots + (slot << 3), u32(start), 4);
  if (2 * number > 1 << book.bits) spread(book);
  return number;
}

/** Gives the words twice the room. */
function spread(book: Book): void {
  const old = book.slots;
  const stop = old + (8 << book.bits);
  book.bits++;
  book.slots = zeros(8 << book.bits);
  const mask: u32 = (1 << book.bits) - 1;
  for (let place = old; place < stop; place += 8) {
    const pair = load<u64>(place);
    if (pair === 0) continue;
    let slot = u32(pair) & mask;
    while (load<u32>(book.slots + (slot << 3), 4) !== 0) slot = (slot + 1) & mask;
    store<u64>(book.slots + (slot << 3), pair);
  }
}

function bookOf(number: i32): Book {
  if (number === 0) return clients!;
  if (number === 1) return hosts!;
  if (number === 2) return methods!;
  if (number === 3) return paths!;
  return number === 4 ? referrers! : agents!;
}

function wordOf(book: Book, number: i32): usize {
  return load<u32>(book.starts + 4 * number);
}

function lineEnd(from: usize): usize {
  return findEither(from, newline, newline);
}

/** Where does one of the two bytes stand first? */
function findEither(from: usize, one: u8, two: u8): usize {
  const ones = i8x16.splat(one);
  const twos = i8x16.splat(two);
  let at = from;
  let found = 0;
  while (found === 0) {
    const part = v128.load(at);
    found = i8x16.bitmask(v128.or(i8x16.eq(part, ones), i8x16.eq(part, twos)));
    at += 16;
  }
  return at - 16 + ctz(found);
}

function zeros(size: usize): usize {
  const at = heap.alloc(size);
  memory.fill(at, 0, size);
  return at;
}

function isDigit(byte: u8): bool {
  return byte >= 0x30 && byte <= 0x39;
}

function isPrintable(byte: u8): bool {
  return byte >= blank && byte <= 0x7e;
}

/** Printable, and no blank, quote or backslash. */
function isInWord(byte: u8): bool {
  return byte > blank && byte <= 0x7e && byte !== quote && byte !== backslash;
}
