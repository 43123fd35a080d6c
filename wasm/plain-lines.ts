/*
 * Takes plain lines apart, where they stand, sixteen bytes at a time. In AssemblyScript: `npm run wasm` makes `plain-lines.wasm` of it.
 *
 * A field is hashed and compared as bytes, and becomes the number of a word; there are few different words in a log. A line is plain
 * when it leaves no doubt: printable ASCII, nothing escaped, one blank where one belongs. Of any other it is only said where it
 * stands. `src/intake/scanner/line-scanner.ts` is what calls this.
 */

/** A longer word is none that lines have in common. */
const longestWord: usize = 1 << 14;

/** What the domain name system has: as many bytes in a name, and in a label of it. */
const longestName: usize = 253;
const longestLabel: usize = 63;

/** A longer one is no method. */
const longestMethod: usize = 20;

/** A size of more digits is left to the exact expression: it may be more than one answer can have had. */
const mostDigits = 12;

/** `10/Oct/2005:13:55:36 -0700` */
const clockLength = 26;

/** A line of fewer bytes holds no request, and no instant that could be told. */
const shortestTelling: usize = 16;

const tab: u8 = 0x09;
const newline: u8 = 0x0a;
const carriageReturn: u8 = 0x0d;
const blank: u8 = 0x20;
const quote: u8 = 0x22;
const hash: u8 = 0x23;
const comma: u8 = 0x2c;
const hyphen: u8 = 0x2d;
const dot: u8 = 0x2e;
const slash: u8 = 0x2f;
const colon: u8 = 0x3a;
const question: u8 = 0x3f;
const bracket: u8 = 0x5b;
const backslash: u8 = 0x5c;
const underscore: u8 = 0x5f;

/** Different words, numbered from 1. A word is kept as its number, its length, and its bytes filled up with zeros to whole sixteens. */
class Book {
  count: i32 = 0;
  /** Twos: the hash of a word, and where it is kept; 0 for none. */
  slots: usize = 0;
  bits: i32 = 11;
  /** Where each word is kept. */
  starts: usize = 0;
  room: i32 = 1 << 10;

  /**
   * @param forbidden What a plain word may not hold, besides quotes and backslashes.
   * @param areClients Are the words addresses and names of hosts?
   * @param areHosts Are they names of hosts, with a port or without?
   * @param areMethods Are they such as `methodOf` in `src/intake/facts/impersonal-text.ts` keeps?
   */
  constructor(
    readonly forbidden: u8,
    readonly areClients: bool,
    readonly areHosts: bool,
    readonly areMethods: bool,
  ) {
    this.slots = zeros(8 << this.bits);
    this.starts = zeros(4 * this.room);
  }
}

/** What a word is kept behind: its number, its length, and the number again where it is plain: else -1, as whoever scans is told. */
const headLength: usize = 16;

// The places of a line at which words stand; the last one is for a line that is odd already.
const clientPlace = 0;
const hostPlace = 1;
const methodPlace = 2;
const pathPlace = 3;
const referrerPlace = 4;
const agentPlace = 5;
const nothing = 7;

/** Status stands between path and referrer. */
const statusColumn = 4;

/** What stands in the place of the client where a line is short: blank or a comment, or anything else. */
const ignoredMark = i32.MIN_VALUE;
const shortMark = i32.MIN_VALUE + 1;

/** So many lines are read before their words are named. */
const batch = 32;

const foundLength: usize = 16;

// What `begin` sets.
let chunk: usize = 0;
let columns: usize = 0;
let odds: usize = 0;
let mostRows: i32 = 0;
let factor: u64 = 1;
let masks: usize = 0;
let books: usize = 0;
/** Where each line of the table begins and ends. */
let lines: usize = 0;
/** The words of a batch, and where the next one is to be put. */
let words: usize = 0;
let found: usize = 0;

// What `expect` sets.
let hasHost = false;
let hasOrigin = false;
let hasQuery = false;
let earliest: f64 = 0;
let latest: f64 = 0;
let longestLine: usize = 0;

/** How many rows the last call of `scan` wrote, and how many of them are of odd lines. */
export let rows: i32 = 0;
export let oddRows: i32 = 0;

/** How many of them are of short lines that are ignored, and of short lines that are not; neither is among the odd ones. */
export let ignoredRows: i32 = 0;
export let shortRows: i32 = 0;

/** Means nothing; what nobody could read would not be read from memory. */
export let fetched: u32 = 0;

/** Where the line goes on. */
let here: usize = 0;

/**
 * Makes room; once.
 *
 * @param capacity How many bytes a chunk may have, and what stands behind it.
 * @param tableRows How many lines are told at once.
 * @param seed Any odd number that who writes logs does not know: no crafted log can make words collide.
 */
export function begin(capacity: i32, tableRows: i32, seed: u64): void {
  masks = zeros(32);
  for (let place: usize = 0; place < 16; place++) store<u8>(masks + place, 0xff);
  chunk = heap.alloc(capacity);
  mostRows = tableRows;
  columns = heap.alloc(tableRows * 44);
  odds = heap.alloc(tableRows * 4);
  factor = seed;
  lines = heap.alloc(tableRows * 8);
  words = heap.alloc(usize(batch * 6) * foundLength);
  books = heap.alloc(6 * 4);
  for (let place = 0; place <= agentPlace; place++) {
    store<usize>(
      books + 4 * place,
      changetype<usize>(new Book(quote, place === clientPlace, place === hostPlace, place === methodPlace)),
    );
  }
}

/** How are the lines to be read? Instants in seconds. */
export function expect(host: bool, origin: bool, query: bool, notBefore: f64, notAfter: f64, longest: i32): void {
  hasHost = host;
  hasOrigin = origin;
  hasQuery = query;
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
 * The row of an odd or short line has, in place of seconds and bytes, where the line begins and ends. That of a short one has a mark
 * in place of the client.
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
  ignoredRows = 0;
  shortRows = 0;
  while (at < last && rows < mostRows) {
    const stop = min(mostRows, rows + batch);
    found = words;
    for (; at < last && rows < stop; rows++) at = readLine(at, rows);
    fetch();
    name();
  }
  return i32(at - chunk);
}

/** Reads a line into a row; its words are found, not yet named. @returns Where the next line begins. */
function readLine(start: usize, row: i32): usize {
  const mark = found;
  here = start;
  const isPlain = read(row) && here - start <= longestLine;
  const stop = isPlain ? here - 1 : lineEnd(start);
  if (!isPlain) {
    found = mark;
    if (stop - start > shortestTelling || !passShort(row, start, stop)) put(row, nothing, start, start, 0);
  }
  store<u32>(lines + 8 * row, u32(start - chunk));
  store<u32>(lines + 8 * row, u32(stop - chunk), 4);
  return stop + 1;
}

/** Writes the row of a short line that is printable. A carriage return may end it. */
function passShort(row: i32, start: usize, stop: usize): bool {
  let end = stop;
  if (end > start && load<u8>(end - 1) === carriageReturn) end--;
  if (end - start >= shortestTelling) return false;
  let isBlank = true;
  for (let at = start; at < end; at++) {
    const byte = load<u8>(at);
    if (!isPrintable(byte) && byte !== tab) return false;
    if (byte !== blank && byte !== tab) isBlank = false;
  }
  const isIgnored = isBlank || load<u8>(start) === hash;
  if (isIgnored) ignoredRows++;
  else shortRows++;
  store<i32>(columns + 16 * mostRows + 4 * row, isIgnored ? ignoredMark : shortMark);
  store<f64>(columns + 8 * row, f64(start - chunk));
  store<f64>(columns + 8 * (mostRows + row), f64(stop - chunk));
  return true;
}

function read(row: i32): bool {
  if (hasHost && !passHost(row)) return false;
  const start = here;
  if (hasHost && load<u8>(start) === hyphen) return false;
  here = passWord(row, clientPlace, start, blank, blank);
  if (here === start || !passUser()) return false;
  const seconds = readClock(here);
  here += clockLength;
  // `] "`
  if (!(seconds >= earliest && seconds <= latest) || (load<u32>(here) & 0xffffff) !== 0x22205d) return false;
  here += 3;
  const method = here;
  here = passWord(row, methodPlace, method, blank, blank);
  if (here === method || load<u8>(here) !== blank) return false;
  const path = here + 1;
  // Anything else asks for something of another server's, or for none.
  if (load<u8>(path) !== slash) return false;
  here = passWord(row, pathPlace, path, blank, hasQuery ? blank : question);
  if (here === path || !passProtocol()) return false;
  const status = readStatus();
  if (status < 0) return false;
  const bytes = readSize();
  if (bytes < 0) return false;
  if (hasOrigin) {
    // ` "`
    if (load<u16>(here) !== 0x2220) return false;
    here = passWord(row, referrerPlace, here + 2, quote, quote);
    // `" "`
    if ((load<u32>(here) & 0xffffff) !== 0x222022) return false;
    here = passWord(row, agentPlace, here + 3, quote, quote);
    if (load<u8>(here++) !== quote) return false;
    // nginx's own example appends one more quoted part, the addresses that a proxy forwarded.
    if (load<u16>(here) === 0x2220 && !passLastPart()) return false;
  }
  if (load<u8>(here) === carriageReturn) here++;
  if (load<u8>(here++) !== newline) return false;
  store<f64>(columns + 8 * row, seconds);
  store<f64>(columns + 8 * (mostRows + row), f64(bytes));
  store<i32>(columns + 16 * mostRows + 4 * (statusColumn * mostRows + row), status);
  return true;
}

/**
 * Finds the end of a word, one of two bytes or that of the line, and leaves the word to be named.
 *
 * One of them has to come: after the last line stands a fence.
 */
function passWord(row: i32, place: i32, from: usize, one: u8, two: u8): usize {
  const ones = i8x16.splat(one);
  const twos = i8x16.splat(two);
  let at = from;
  let hash: u64 = 0;
  let part = v128.load(at);
  let ends = placesOf(part, ones, twos);
  while (ends === 0) {
    hash = mixed(hash, part);
    at += 16;
    part = v128.load(at);
    ends = placesOf(part, ones, twos);
  }
  const end = at + ctz(ends);
  hash = mixed(hash, v128.and(part, maskOf(end - at)));
  put(row, place, from, end, u32(hash >> 32) ^ u32(end - from));
  return end;
}

/** Where do the bytes stand, or a newline? */
function placesOf(part: v128, ones: v128, twos: v128): i32 {
  const either = v128.or(i8x16.eq(part, ones), i8x16.eq(part, twos));
  return i8x16.bitmask(v128.or(either, i8x16.eq(part, i8x16.splat(newline))));
}

/** A word that was found: its row and place, where it begins and ends, and its hash. */
function put(row: i32, place: i32, from: usize, end: usize, hash: u32): void {
  store<u32>(found, u32(from));
  store<u32>(found, u32(end), 4);
  store<u32>(found, hash, 8);
  store<i32>(found, (row << 3) | place, 12);
  found += foundLength;
}

/**
 * Looks at all the places of memory that naming the words will look at.
 *
 * Each has to be waited for, as the words are more than fit into the processor's own memory; but they can be waited for together.
 */
function fetch(): void {
  let sum: u32 = 0;
  for (let word = words; word < found; word += foundLength) {
    const place = load<i32>(word, 12) & 7;
    if (place !== nothing) sum += load<u32>(slotOf(bookOf(place), load<u32>(word, 8)), 4);
  }
  for (let word = words; word < found; word += foundLength) {
    const place = load<i32>(word, 12) & 7;
    if (place === nothing) continue;
    const start: usize = load<u32>(slotOf(bookOf(place), load<u32>(word, 8)), 4);
    sum += load<u32>(start) + load<u32>(start, 60);
  }
  fetched = sum;
}

/** Writes the numbers of the words that were found into their rows. */
function name(): void {
  let odd = -1;
  for (let word = words; word < found; word += foundLength) {
    const row = load<i32>(word, 12) >> 3;
    const place = load<i32>(word, 12) & 7;
    if (row === odd) continue;
    const number =
      place === nothing ? -1 : numberOf(bookOf(place), load<u32>(word), load<u32>(word, 4), load<u32>(word, 8));
    if (number >= 0) {
      store<i32>(columns + 16 * mostRows + 4 * (columnOf(place) * mostRows + row), number);
      continue;
    }
    odd = row;
    store<i32>(odds + 4 * oddRows++, row);
    store<f64>(columns + 8 * row, f64(load<u32>(lines + 8 * row)));
    store<f64>(columns + 8 * (mostRows + row), f64(load<u32>(lines + 8 * row, 4)));
  }
}

/** `www.example.org:80 `: one colon, with a port behind it; or no port, and an address of IPv4 behind the name. */
function passHost(row: i32): bool {
  const start = here;
  let at = findEither(start, colon, blank);
  if (at === start) return false;
  if (load<u8>(at) === colon) {
    const port = ++at;
    while (isDigit(load<u8>(at))) at++;
    if (at - port < 1 || at - port > 5 || load<u8>(at) !== blank) return false;
  } else if (load<u8>(at) !== blank || !areDigitsAndDots(at + 1)) return false;
  // An address is never a host's name.
  if (isDigit(load<u8>(start)) || load<u8>(start) === hyphen) return false;
  here = at + 1;
  return passWord(row, hostPlace, start, blank, blank) === at;
}

/** Is the word that begins here made of what an address of IPv4 is made of, up to its blank? */
function areDigitsAndDots(from: usize): bool {
  let at = from;
  while (isDigit(load<u8>(at)) || load<u8>(at) === dot) at++;
  return at > from && load<u8>(at) === blank;
}

/**
 * ` - frank [`; leaves `here` where the instant begins.
 *
 * Where anything but a hyphen stands behind the first word, that may be no client: a host before the client, what a syslog puts before
 * a line.
 */
function passUser(): bool {
  // ` - - [`
  if (load<u32>(here) === 0x2d202d20 && load<u16>(here, 4) === 0x5b20) {
    here += 6;
    return true;
  }
  // ` - `
  if ((load<u32>(here) & 0xffffff) !== 0x202d20) return false;
  let at = here + 3;
  // A user without a name is left to whoever counts the words.
  if (load<u8>(at) === blank) return false;
  for (let byte = load<u8>(at); byte !== bracket; byte = load<u8>(++at)) {
    if (!isPrintable(byte) || byte === quote || byte === comma || byte === backslash) return false;
    // Several words may be another tool's mark and a client behind it.
    if (byte === blank && load<u8>(at + 1) !== bracket) return false;
  }
  if (load<u8>(at - 1) !== blank || at === here + 3) return false;
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

/** Which number has the word? @returns -1 where it is not plain. */
function numberOf(book: Book, from: usize, end: usize, hash: u32): i32 {
  return findOrAdd(book, from, end, hash, true);
}

/** @param isPlainOnly Is a word none where it is not plain, though somebody else took it out of an odd line before? */
function findOrAdd(book: Book, from: usize, end: usize, hash: u32, isPlainOnly: bool): i32 {
  const length = u32(end - from);
  const lastAt = from + (length & ~15);
  const last = v128.and(v128.load(lastAt), maskOf(length & 15));
  let slot = slotOf(book, hash);
  const stop = book.slots + (8 << book.bits);
  for (let start: usize = load<u32>(slot, 4); start !== 0; start = load<u32>(slot, 4)) {
    if (load<u32>(slot) === hash && load<u32>(start, 4) === length) {
      let word = start + headLength;
      let at = from;
      while (at < lastAt && !v128.any_true(v128.xor(v128.load(at), v128.load(word)))) {
        at += 16;
        word += 16;
      }
      if (at === lastAt && !v128.any_true(v128.xor(last, v128.load(word))))
        return isPlainOnly ? load<i32>(start, 8) : load<i32>(start);
    }
    slot += 8;
    if (slot === stop) slot = book.slots;
  }
  const isPlainWord = isPlain(from, end, book);
  return isPlainOnly && !isPlainWord ? -1 : add(book, from, end, last, hash, slot, isPlainWord);
}

/**
 * Which number has a word that somebody else took out of a line, whatever it holds? Its bytes stand at `chunk`, and zeros behind them.
 *
 * @param place Of the word's book.
 */
export function numberWord(place: i32, length: i32): i32 {
  const book = bookOf(place);
  const end = chunk + length;
  let hash: u64 = 0;
  let at = chunk;
  for (; at + 16 <= end; at += 16) hash = mixed(hash, v128.load(at));
  hash = mixed(hash, v128.and(v128.load(at), maskOf(end - at)));
  return findOrAdd(book, chunk, end, u32(hash >> 32) ^ u32(length), false);
}

/** Where a word with this hash would be kept, if nothing were there. */
function slotOf(book: Book, hash: u32): usize {
  return book.slots + ((hash & ((1 << book.bits) - 1)) << 3);
}

/** As many bytes of ones, and then zeros. */
function maskOf(length: usize): v128 {
  return v128.load(masks + 16 - length);
}

function mixed(hash: u64, part: v128): u64 {
  let mix = (hash ^ i64x2.extract_lane(part, 0)) * factor;
  mix = ((mix ^ (mix >> 32)) + i64x2.extract_lane(part, 1)) * factor;
  return mix ^ (mix >> 29);
}

/** Printable ASCII without quotes and backslashes, and not too long; looked at only once a word. */
function isPlain(from: usize, end: usize, book: Book): bool {
  if (end - from > (book.areMethods ? longestMethod : longestWord)) return false;
  if (book.areClients) return isClient(from, end);
  if (book.areHosts) return isHostName(from, withoutPort(from, end));
  for (let at = from; at < end; at++) {
    const byte = load<u8>(at);
    if (!isPrintable(byte) || byte === quote || byte === backslash || byte === book.forbidden) return false;
    if (book.areMethods && !isInMethod(byte)) return false;
  }
  return true;
}

/** An address, or what is the name of a host without a doubt. */
function isClient(from: usize, end: usize): bool {
  let hasLetter = false;
  for (let at = from; at < end; at++) {
    const byte = load<u8>(at);
    if (byte === colon) return isIpv6(from, end);
    if (!isDigit(byte) && byte !== dot) hasLetter = true;
  }
  return hasLetter ? isHostName(from, end) : isIpv4(from, end);
}

/** Where the word ends without its port. */
function withoutPort(from: usize, end: usize): usize {
  let at = end;
  while (at > from && isDigit(load<u8>(at - 1))) at--;
  return at > from && at < end && load<u8>(at - 1) === colon ? at - 1 : end;
}

/** Four numbers up to 255 without zeros before them. */
function isIpv4(from: usize, end: usize): bool {
  let dots = 0;
  let digits = 0;
  let octet = 0;
  for (let at = from; at < end; at++) {
    const byte = load<u8>(at);
    if (byte === dot) {
      if (digits === 0 || ++dots > 3) return false;
      digits = 0;
      octet = 0;
      continue;
    }
    if (digits > 0 && octet === 0) return false;
    digits++;
    octet = 10 * octet + byte - 0x30;
    if (octet > 255) return false;
  }
  return dots === 3 && digits > 0;
}

/** Eight groups of up to four hexadecimal digits, or fewer with two colons where the others are left out. */
function isIpv6(from: usize, end: usize): bool {
  let groups = 0;
  let digits = 0;
  let isShort = false;
  for (let at = from; at < end; at++) {
    const byte = load<u8>(at);
    const letter = byte | 0x20;
    if (isDigit(byte) || (letter >= 0x61 && letter <= 0x66)) {
      if (digits === 0) groups++;
      if (++digits > 4) return false;
      continue;
    }
    if (byte !== colon) return false;
    const isTwice = at + 1 < end && load<u8>(at + 1) === colon;
    if (isTwice && isShort) return false;
    if (isTwice) {
      isShort = true;
      at++;
    } else if (digits === 0 || at + 1 === end) return false;
    digits = 0;
  }
  return isShort ? groups < 8 : groups === 8;
}

/** Labels of letters, digits, hyphens and underscores between dots, a letter among them; none is empty, begins or ends with a hyphen. */
function isHostName(from: usize, end: usize): bool {
  if (end - from > longestName) return false;
  let before: u8 = dot;
  let hasLetter = false;
  let label = from;
  for (let at = from; at < end; at++) {
    const byte = load<u8>(at);
    const letter = byte | 0x20;
    if (at - label >= longestLabel && byte !== dot) return false;
    if (byte === dot) label = at + 1;
    if ((letter >= 0x61 && letter <= 0x7a) || byte === underscore) hasLetter = true;
    else if (byte === dot) {
      if (before === dot || before === hyphen) return false;
    } else if (byte === hyphen) {
      if (before === dot) return false;
    } else if (!isDigit(byte)) return false;
    before = byte;
  }
  return hasLetter && before !== dot && before !== hyphen;
}

function add(book: Book, from: usize, end: usize, last: v128, hash: u32, slot: usize, isPlainWord: bool): i32 {
  const whole = (end - from) & ~15;
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
  store<i32>(start, isPlainWord ? number : -1, 8);
  memory.copy(start + headLength, from, whole);
  v128.store(start + headLength + whole, last);
  store<u32>(slot, hash);
  store<u32>(slot, u32(start), 4);
  if (2 * number > 1 << book.bits) spread(book);
  return number;
}

/** Gives the words twice the room. */
function spread(book: Book): void {
  const old = book.slots;
  const oldStop = old + (8 << book.bits);
  book.bits++;
  book.slots = zeros(8 << book.bits);
  const stop = book.slots + (8 << book.bits);
  for (let place = old; place < oldStop; place += 8) {
    const pair = load<u64>(place);
    if (pair === 0) continue;
    let slot = slotOf(book, u32(pair));
    while (load<u32>(slot, 4) !== 0) {
      slot += 8;
      if (slot === stop) slot = book.slots;
    }
    store<u64>(slot, pair);
  }
}

function bookOf(place: i32): Book {
  return changetype<Book>(load<usize>(books + 4 * place));
}

/** The column of a word's number, behind those of seconds and bytes. */
function columnOf(place: i32): i32 {
  return place < statusColumn ? place : place + 1;
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

function isInMethod(byte: u8): bool {
  const small = byte | 0x20;
  return (small >= 0x61 && small <= 0x7a) || byte === hyphen || byte === underscore;
}

/** Printable, and no blank, quote or backslash. */
function isInWord(byte: u8): bool {
  return byte > blank && byte <= 0x7e && byte !== quote && byte !== backslash;
}
