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

/** As `prefixes` in `src/intake/line/prefix.ts`: no text before a line is longer. */
const longestBefore: i32 = 1 << 9;

/** `anonymized` */
const longestNobody: usize = 10;

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
/** An agent that is written with escapes, and what the server called the content: whoever scans makes other words of them. */
const escapedAgentPlace = 6;
const contentPlace = 7;
const nothing = 15;

/** Status stands between path and referrer. */
const statusColumn = 4;
const contentColumn = 7;

/** What a step of a layout reads behind its text; `src/intake/scanner/layout-code.ts` writes them. */
const passField = 0;
const clientField = 1;
const hostField = 2;
const methodField = 3;
const pathField = 4;
const requestField = 5;
const statusField = 6;
const bytesField = 7;
const timeField = 8;
const dateField = 9;
const clockField = 10;
const referrerField = 11;
const agentField = 12;
const escapedAgentField = 13;
const contentField = 14;
const passNumberField = 15;
const passNumbersField = 16;
const lineEndField = 17;
const usualPortField = 18;

/** A step: kind of field, the byte that ends it (0 for the line's end), whether it is a number of JSON, whether it may be empty; where its text stands, and how long that is. */
const stepLength: usize = 12;

/** So much memory is there for a layout and the texts of its steps. */
const layoutRoom: i32 = 1 << 15;

// How instants of a layout may be written.
const clockWriting = 1;
const isoWriting = 2;
const epochWriting = 4;

// What may stand at a place before a line, besides the byte itself.
const anyDigit: u8 = 1;
const anyLetter: u8 = 2;
const digitOrBlank: u8 = 3;

/** What stands in the place of the client where a line is short: blank or a comment, or anything else. */
const ignoredMark = i32.MIN_VALUE;
const shortMark = i32.MIN_VALUE + 1;

/** So many lines are read before their words are named. */
const batch = 32;

const foundLength: usize = 16;

/** So much of a word is looked at before it is named, however short it is. */
const fetchedLength: usize = 64;

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
/** The steps of a layout, and what stands before lines. */
let layout: usize = 0;
let before: usize = 0;

// What `expect` sets.
let hasHost = false;
let hasOrigin = false;
let hasQuery = false;
let isLaidOut = false;
let stopsAtComments = false;
let beforeLength: usize = 0;
let guard: u8 = 0;
let writings = 0;
let usualMethod: i32 = 0;
let earliest: f64 = 0;
let latest: f64 = 0;
let longestLine: usize = 0;

/** How many rows the last call of `scan` wrote, and how many of them are of odd lines. */
export let rows: i32 = 0;
export let oddRows: i32 = 0;

/** How many of them are of short lines that are ignored, and of short lines that are not; neither is among the odd ones. */
export let ignoredRows: i32 = 0;
export let shortRows: i32 = 0;

/** Did the last call of `scan` stop before a comment? */
export let isAtComment: bool = false;

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
  columns = heap.alloc(tableRows * 48);
  odds = heap.alloc(tableRows * 4);
  factor = seed;
  lines = heap.alloc(tableRows * 8);
  words = heap.alloc(usize(batch * 8) * foundLength);
  layout = heap.alloc(layoutRoom);
  before = heap.alloc(longestBefore);
  books = heap.alloc(8 * 4);
  for (let place = 0; place <= contentPlace; place++) {
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

/** Is each line behind a text of this length? It stands at `beforeAt`; 0 where none is. */
export function expectBefore(length: i32): void {
  beforeLength = length;
}

/**
 * Are the lines laid out in steps, that stand at `layoutAt`, and not of the family of the common log format?
 *
 * @param stops Does a comment end what is read in one go?
 * @param guarded What may stand in no field; 0 for anything.
 * @param written How instants may be written.
 * @param method The number of the method of lines that tell none.
 */
export function expectLayout(is: bool, stops: bool, guarded: u8, written: i32, method: i32): void {
  isLaidOut = is;
  stopsAtComments = stops;
  guard = guarded;
  writings = written;
  usualMethod = method;
}

export function layoutAt(): usize {
  return layout;
}

export function beforeAt(): usize {
  return before;
}

/** Where chunks are to be put. */
export function chunkAt(): usize {
  return chunk;
}

/** Where the table stands: seconds and bytes, then client, host, method, path, status, referrer, agent and content. */
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

/** How many words a book has: 0 client, 1 host, 2 method, 3 path, 4 referrer, 5 agent, 6 agent with escapes, 7 content. */
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
  isAtComment = false;
  while (at < last && rows < mostRows && !isAtComment) {
    const stop = min(mostRows, rows + batch);
    found = words;
    for (; at < last && rows < stop; rows++) {
      isAtComment = stopsAtComments && load<u8>(at) === hash;
      if (isAtComment) break;
      at = readLine(at, rows);
    }
    fetch();
    name();
  }
  return i32(at - chunk);
}

/** Reads a line into a row; its words are found, not yet named. @returns Where the next line begins. */
function readLine(start: usize, row: i32): usize {
  const mark = found;
  here = start;
  const isPlain = passBefore() && (isLaidOut ? readLaidOut(row) : read(row)) && here - start <= longestLine;
  const stop = isPlain ? here - 1 : lineEnd(start);
  if (!isPlain) {
    found = mark;
    if (isLaidOut || stop - start > shortestTelling || !passShort(row, start, stop)) put(row, nothing, start, start, 0);
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
  store<i32>(found, (row << 4) | place, 12);
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
    const place = load<i32>(word, 12) & 15;
    if (place !== nothing) sum += load<u32>(slotOf(bookOf(place), load<u32>(word, 8)), 4);
  }
  for (let word = words; word < found; word += foundLength) {
    const place = load<i32>(word, 12) & 15;
    if (place === nothing) continue;
    const start: usize = load<u32>(slotOf(bookOf(place), load<u32>(word, 8)), 4);
    sum += load<u32>(start) + load<u32>(start, fetchedLength - 4);
  }
  fetched = sum;
}

/** Writes the numbers of the words that were found into their rows. */
function name(): void {
  let odd = -1;
  for (let word = words; word < found; word += foundLength) {
    const row = load<i32>(word, 12) >> 4;
    const place = load<i32>(word, 12) & 15;
    if (row === odd) continue;
    const number =
      place === nothing ? -1 : numberOf(bookOf(place), load<u32>(word), load<u32>(word, 4), load<u32>(word, 8));
    if (number >= 0) {
      store<i32>(columns + 16 * mostRows + 4 * (columnOf(place) * mostRows + row), number);
      continue;
    }
    odd = row;
    store<i32>(columns + 16 * mostRows + 4 * (columnOf(escapedAgentPlace) * mostRows + row), 0);
    store<i32>(columns + 16 * mostRows + 4 * (contentColumn * mostRows + row), 0);
    store<i32>(odds + 4 * oddRows++, row);
    store<f64>(columns + 8 * row, f64(load<u32>(lines + 8 * row)));
    store<f64>(columns + 8 * (mostRows + row), f64(load<u32>(lines + 8 * row, 4)));
  }
}

/** Passes what stands before each line. */
function passBefore(): bool {
  for (let at: usize = 0; at < beforeLength; at++) {
    const byte = load<u8>(here + at);
    const wanted = load<u8>(before + at);
    if (byte === wanted) continue;
    const isLike =
      wanted === anyDigit
        ? isDigit(byte)
        : wanted === anyLetter
          ? (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a
          : wanted === digitOrBlank && (byte === blank || isDigit(byte));
    if (!isLike) return false;
  }
  here += beforeLength;
  return true;
}

// Of the line that is read: its midnight and the time of day where they stand apart, and the instant.
let dayHere: f64 = NaN;
let timeHere: f64 = NaN;
let secondsHere: f64 = NaN;
let hasHalves = false;

// Is what was asked for whole, with its host? Does another field tell no host, or one?
let isWhole = false;
let hasNoHost = false;
let hasHostHere = false;

/** Reads a line that is laid out in steps: each is a text, and behind it a field up to a byte. */
function readLaidOut(row: i32): bool {
  let at = here;
  if (load<u8>(at) === hash) return false;
  const whole = columns + 16 * mostRows + 4 * row;
  for (let column = 0; column <= contentColumn; column++) store<i32>(whole + 4 * column * mostRows, 0);
  store<i32>(whole + 4 * methodPlace * mostRows, usualMethod);
  store<f64>(columns + 8 * (mostRows + row), NaN);
  dayHere = NaN;
  timeHere = NaN;
  secondsHere = NaN;
  hasHalves = false;
  isWhole = false;
  hasNoHost = false;
  hasHostHere = false;
  for (let step = layout; ; step += stepLength) {
    at = passText(at, load<u32>(step, 4), load<u32>(step, 8));
    if (at === 0) return false;
    const kind = i32(load<u8>(step));
    if (kind === lineEndField) break;
    const end = load<u8>(step, 1);
    const from = at;
    at = readField(row, kind, at, end === 0 ? newline : end, step);
    if (at === 0) return false;
    const byte = load<u8>(at);
    if (end !== 0) {
      if (byte !== end) return false;
      continue;
    }
    // Some readers take blanks off at the end of a line.
    if (at > from && load<u8>(at - 1) === blank) return false;
    if (byte !== newline && byte !== carriageReturn) return false;
  }
  if (load<u8>(at) === carriageReturn) at++;
  if (load<u8>(at) !== newline) return false;
  here = at + 1;
  const seconds = hasHalves ? dayHere + timeHere : secondsHere;
  if (!(seconds >= earliest && seconds <= latest)) return false;
  if (isWhole && hasNoHost) return false;
  store<f64>(columns + 8 * row, seconds);
  return true;
}

/** @returns Where the text ends; 0 where another one stands here. No text has a newline: none goes on behind a line. */
function passText(at: usize, text: usize, length: usize): usize {
  const whole = length & ~15;
  for (let part: usize = 0; part < whole; part += 16)
    if (v128.any_true(v128.xor(v128.load(at + part), v128.load(text + part)))) return 0;
  const rest = v128.xor(v128.load(at + whole), v128.load(text + whole));
  return v128.any_true(v128.and(rest, maskOf(length & 15))) ? 0 : at + length;
}

/** @returns Where the field ends; 0 where it leaves a doubt. */
function readField(row: i32, kind: i32, at: usize, end: u8, step: usize): usize {
  const isNumber = load<u8>(step, 2) !== 0;
  const mayBeEmpty = load<u8>(step, 3) !== 0;
  switch (kind) {
    case passField:
      return passUpTo(at, end);
    case clientField:
      return passClient(row, at, end);
    case hostField:
      hasHostHere = true;
      hasNoHost = isNothing(at, end, mayBeEmpty);
      if (hasNoHost) return load<u8>(at) === hyphen ? at + 1 : at;
      return takeWord(row, hostPlace, at, end, end);
    case methodField:
      return notEmpty(at, takeWord(row, methodPlace, at, end, end));
    case pathField:
      return passPath(row, at, end);
    case requestField:
      return passRequest(row, at, end);
    case statusField:
      return passStatus(row, at);
    case bytesField:
      return passSize(row, at, isNumber);
    case timeField:
      return passTime(at, isNumber);
    case dateField:
      hasHalves = true;
      dayHere = dayAt(at);
      return dayHere >= 0 || dayHere < 0 ? at + 10 : 0;
    case clockField:
      timeHere = timeAt(at);
      return timeHere >= 0 ? at + 8 : 0;
    case referrerField:
      return emptyOr(mayBeEmpty, at, takeWord(row, referrerPlace, at, end, end));
    case agentField:
      return emptyOr(mayBeEmpty, at, takeWord(row, agentPlace, at, end, end));
    case escapedAgentField:
      return emptyOr(mayBeEmpty, at, takeWord(row, escapedAgentPlace, at, end, end));
    case contentField:
      if (isNothing(at, end, mayBeEmpty)) return load<u8>(at) === hyphen ? at + 1 : at;
      return takeWord(row, contentPlace, at, end, end);
    case passNumberField:
      return passNumber(at);
    case passNumbersField:
      return passNumbers(at, end);
    case usualPortField:
      // `80`, `443`
      if (load<u16>(at) === 0x3038) return at + 2;
      return (load<u32>(at) & 0xffffff) === 0x333434 ? at + 3 : 0;
    default:
      return 0;
  }
}

function notEmpty(from: usize, end: usize): usize {
  return end === from ? 0 : end;
}

function emptyOr(mayBeEmpty: bool, from: usize, end: usize): usize {
  return mayBeEmpty ? end : notEmpty(from, end);
}

/** Does a hyphen stand here for nothing, or nothing where that may be? */
function isNothing(at: usize, end: u8, mayBeEmpty: bool): bool {
  if (load<u8>(at) === end) return mayBeEmpty;
  const next = load<u8>(at + 1);
  return load<u8>(at) === hyphen && (next === end || (end === newline && next === carriageReturn));
}

/** As {@link passWord}, up to the end of the field, another byte or the guard. */
function takeWord(row: i32, place: i32, from: usize, end: u8, other: u8): usize {
  const ends = i8x16.splat(end);
  const others = i8x16.splat(other);
  const guards = i8x16.splat(guard === 0 ? end : guard);
  const returns = i8x16.splat(end === newline ? carriageReturn : newline);
  let at = from;
  let hash: u64 = 0;
  let part = v128.load(at);
  let stops = i8x16.bitmask(
    v128.or(v128.or(i8x16.eq(part, guards), i8x16.eq(part, returns)), either(part, ends, others)),
  );
  while (stops === 0) {
    hash = mixed(hash, part);
    at += 16;
    part = v128.load(at);
    stops = i8x16.bitmask(
      v128.or(v128.or(i8x16.eq(part, guards), i8x16.eq(part, returns)), either(part, ends, others)),
    );
  }
  const stop = at + ctz(stops);
  hash = mixed(hash, v128.and(part, maskOf(stop - at)));
  put(row, place, from, stop, u32(hash >> 32) ^ u32(stop - from));
  return stop;
}

function either(part: v128, ones: v128, twos: v128): v128 {
  return v128.or(i8x16.eq(part, ones), i8x16.eq(part, twos));
}

/** Where does the field end that is passed over, or stands the first byte that may not stand in one? */
function passUpTo(from: usize, end: u8): usize {
  const ends = i8x16.splat(end);
  const guards = i8x16.splat(guard === 0 ? end : guard);
  let at = from;
  let stops = 0;
  while (true) {
    const part = v128.load(at);
    // All that is no printable ASCII is less than a blank, or DEL.
    const odd = v128.or(i8x16.lt_s(part, i8x16.splat(blank)), either(part, i8x16.splat(0x7f), i8x16.splat(backslash)));
    stops = i8x16.bitmask(v128.or(odd, either(part, ends, guards)));
    if (stops !== 0) break;
    at += 16;
  }
  return at + ctz(stops);
}

/** An address, or the name of a host with a domain: one of a single part may be any word. */
function passClient(row: i32, from: usize, end: u8): usize {
  const stop = takeWord(row, clientPlace, from, end, end);
  for (let at = from; at < stop; at++) if (load<u8>(at) === dot || load<u8>(at) === colon) return stop;
  return 0;
}

/** `/news/?id=7` */
function passPath(row: i32, from: usize, end: u8): usize {
  const path = passHostOfTarget(row, from, end);
  if (path === 0 || load<u8>(path) !== slash) return 0;
  const stop = takeWord(row, pathPlace, path, end, hasQuery ? end : question);
  return load<u8>(stop) === question ? passUpTo(stop, end) : stop;
}

/** `https://press.example:443` before a path; it is the line's host where no other field tells one. */
function passHostOfTarget(row: i32, from: usize, end: u8): usize {
  // `http`
  if (load<u32>(from) !== 0x70747468) return from;
  let at = from + (load<u8>(from, 4) === 0x73 ? 5 : 4);
  // `://`
  if ((load<u32>(at) & 0xffffff) !== 0x2f2f3a) return 0;
  at += 3;
  isWhole = true;
  const stop = findEither(at, slash, newline);
  for (let sign = at; sign < stop; sign++) if (load<u8>(sign) === end || !isInHost(load<u8>(sign))) return 0;
  if (stop === at) return 0;
  // A field behind this one is named later, and counts.
  if (!hasHostHere) takeWord(row, hostPlace, at, slash, slash);
  return stop;
}

/** `GET /news/?id=7 HTTP/1.1` */
function passRequest(row: i32, from: usize, end: u8): usize {
  let at = takeWord(row, methodPlace, from, end, blank);
  if (at === from || load<u8>(at) !== blank) return 0;
  at = passHostOfTarget(row, at + 1, end);
  if (at === 0 || load<u8>(at) !== slash) return 0;
  at = passRequestPath(row, at, end);
  while (isInWord(load<u8>(at)) && load<u8>(at) !== end) at++;
  // ` HTTP`
  if (load<u8>(at) !== blank || load<u32>(at + 1) !== 0x50545448) return 0;
  at += 5;
  if (load<u8>(at) !== slash) return 0;
  while (isInWord(load<u8>(at)) && load<u8>(at) !== end) at++;
  return at;
}

function passRequestPath(row: i32, from: usize, end: u8): usize {
  // A blank ends it: where one ends the whole field, the request is cut.
  const saved = guard;
  guard = blank;
  const stop = takeWord(row, pathPlace, from, end, hasQuery ? blank : question);
  guard = saved;
  return stop;
}

/** `200` */
function passStatus(row: i32, at: usize): usize {
  const hundreds = load<u8>(at);
  const tens = load<u8>(at + 1);
  const ones = load<u8>(at + 2);
  if (!isDigit(hundreds) || hundreds === 0x30 || !isDigit(tens) || !isDigit(ones)) return 0;
  const status = i32(hundreds) * 100 + i32(tens) * 10 + i32(ones) - 0x30 * 111;
  store<i32>(columns + 16 * mostRows + 4 * (statusColumn * mostRows + row), status);
  return at + 3;
}

/** `2326` or `-`; a number of JSON has no zeros before it. */
function passSize(row: i32, from: usize, isNumber: bool): usize {
  let bytes: i64 = 0;
  let at = from;
  if (load<u8>(at) === hyphen) {
    if (isNumber) return 0;
    at++;
  } else {
    if (isNumber && load<u8>(at) === 0x30 && isDigit(load<u8>(at + 1))) return 0;
    for (let byte = load<u8>(at); isDigit(byte); byte = load<u8>(++at)) {
      if (at - from === mostDigits) return 0;
      bytes = bytes * 10 + i64(byte) - 0x30;
    }
    if (at === from) return 0;
  }
  store<f64>(columns + 8 * (mostRows + row), f64(bytes));
  return at;
}

/** A number of JSON without an exponent. */
function passNumber(from: usize): usize {
  let at = load<u8>(from) === hyphen ? from + 1 : from;
  const first = at;
  while (isDigit(load<u8>(at))) at++;
  if (at === first || (load<u8>(first) === 0x30 && at - first > 1)) return 0;
  if (load<u8>(at) !== dot) return at;
  const fraction = ++at;
  while (isDigit(load<u8>(at))) at++;
  return at === fraction ? 0 : at;
}

/** Numbers, as nginx and Apache write lengths and times: several of them, or a hyphen for none. */
function passNumbers(from: usize, end: u8): usize {
  if (load<u8>(from) === hyphen) return from + 1;
  let at = from;
  for (let byte = load<u8>(at); byte !== end; byte = load<u8>(++at)) {
    if (!isDigit(byte) && byte !== dot && byte !== comma && byte !== colon && byte !== blank) break;
  }
  return at;
}

function passTime(at: usize, isNumber: bool): usize {
  if (load<u8>(at) === bracket) {
    if (isNumber || (writings & clockWriting) === 0) return 0;
    secondsHere = readClock(at + 1);
    at += 1 + clockLength;
    // `]`
    return load<u8>(at) === 0x5d ? at + 1 : 0;
  }
  if (load<u8>(at, 4) === hyphen) return isNumber || (writings & isoWriting) === 0 ? 0 : passIso(at);
  if (isDigit(load<u8>(at, 2))) return (writings & epochWriting) === 0 ? 0 : passEpoch(at);
  if (isNumber || (writings & clockWriting) === 0) return 0;
  secondsHere = readClock(at);
  return at + clockLength;
}

/** `2026-01-06T10:00:00.123+01:00`: one that does not say by which zone's clock is none without a doubt. */
function passIso(from: usize): usize {
  const apart = load<u8>(from, 10);
  if (apart !== 0x54 && apart !== blank) return 0;
  let at = passFraction(from + 19);
  let ahead = 0;
  const sign = load<u8>(at);
  if (sign === 0x5a) at++;
  else {
    if (sign !== hyphen && sign !== 0x2b) return 0;
    const hours = twoDigits(at + 1);
    const minutesAt = at + (load<u8>(at, 3) === colon ? 4 : 3);
    const minutes = twoDigits(minutesAt);
    if (hours > 14 || minutes > 59) return 0;
    ahead = (hours * 3600 + minutes * 60) * (sign === hyphen ? -1 : 1);
    at = minutesAt + 2;
  }
  secondsHere = dayAt(from) + timeAt(from + 11) - f64(ahead);
  return at;
}

/** `.123`, up to nine digits of it, if it stands here. */
function passFraction(from: usize): usize {
  if (load<u8>(from) !== dot && load<u8>(from) !== comma) return from;
  let at = from + 1;
  while (at <= from + 9 && isDigit(load<u8>(at))) at++;
  return at === from + 1 ? from : at;
}

/** `1767693600.123`, or milliseconds, microseconds or nanoseconds without a fraction. */
function passEpoch(from: usize): usize {
  let at = from;
  let value: i64 = 0;
  for (let byte = load<u8>(at); isDigit(byte) && at - from < 20; byte = load<u8>(++at))
    value = value * 10 + i64(byte) - 0x30;
  const digits = at - from;
  if (load<u8>(from) === 0x30) return 0;
  if (digits === 13) secondsHere = f64(value / 1000);
  else if (digits === 16) secondsHere = f64(value / 1000000);
  else if (digits === 19 && value % 1000000000 < 999999000) secondsHere = f64(value / 1000000000);
  else if (digits === 10) secondsHere = f64(value);
  else return 0;
  if (load<u8>(at) !== dot) return at;
  const end = passFraction(at);
  // Numbers that are a hair less than the next second are taken for it.
  if (digits !== 10 || end === at || (load<u32>(at + 1) === 0x39393939 && load<u16>(at + 5) === 0x3939)) return 0;
  return end;
}

// The day as it stood in the last line, and its midnight.
let isoStart: u64 = 0;
let isoEnd: u16 = 0;
let isoMidnight: f64 = NaN;

/** `2026-01-06`: its midnight; NaN where no calendar has it. */
function dayAt(at: usize): f64 {
  if (load<u64>(at) === isoStart && load<u16>(at, 8) === isoEnd) return isoMidnight;
  isoStart = load<u64>(at);
  isoEnd = load<u16>(at, 8);
  const centuries = twoDigits(at);
  const years = twoDigits(at + 2);
  const month = twoDigits(at + 5);
  const day = twoDigits(at + 8);
  const year = centuries * 100 + years;
  const isWritten = centuries < 100 && years < 100 && load<u8>(at, 4) === hyphen && load<u8>(at, 7) === hyphen;
  const isDay = isWritten && year > 1900 && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(month, year);
  isoMidnight = isDay ? f64(daysSince1970(day, month, year)) * 86400 : NaN;
  return isoMidnight;
}

/** `10:00:00`; NaN where no clock shows it. */
function timeAt(at: usize): f64 {
  const hours = twoDigits(at);
  const minutes = twoDigits(at + 3);
  const seconds = twoDigits(at + 6);
  const areColons = load<u8>(at, 2) === colon && load<u8>(at, 5) === colon;
  return hours < 24 && minutes < 60 && seconds < 60 && areColons ? f64(hours * 3600 + minutes * 60 + seconds) : NaN;
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
  } else if (load<u8>(at) !== blank || !isLikeIpv4(at + 1)) return false;
  // An address is never a host's name.
  if (isDigit(load<u8>(start)) || load<u8>(start) === hyphen) return false;
  here = at + 1;
  return passWord(row, hostPlace, start, blank, blank) === at;
}

/** Is the word that begins here made of what an address of IPv4 is made of, up to its blank? */
function isLikeIpv4(from: usize): bool {
  const part = v128.load(from);
  const isDot = i8x16.eq(part, i8x16.splat(dot));
  const fromDigits = i8x16.sub(part, i8x16.splat(0x30));
  const isLike = v128.or(isDot, i8x16.lt_u(fromDigits, i8x16.splat(10)));
  const end = ctz(~i8x16.bitmask(isLike));
  return end > 0 && end < 16 && load<u8>(from + end) === blank;
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
  return hasLetter ? isHostName(from, end) && !mayBeNobody(from, end) : isIpv4(from, end);
}

/**
 * May it be what programs write where they do not tell the client: `unknown`, `anonymous`, `x.x.x.x`? A short word of letters with the first of one of
 * those, or crosses alone; `src/intake/line/client-word.ts` knows them.
 */
function mayBeNobody(from: usize, end: usize): bool {
  let areCrosses = true;
  let areLetters = end - from <= longestNobody;
  for (let at = from; at < end; at++) {
    const letter = load<u8>(at) | 0x20;
    if (letter < 0x61 || letter > 0x7a) areLetters = false;
    if (letter !== 0x78 && load<u8>(at) !== dot) areCrosses = false;
  }
  const first = load<u8>(from) | 0x20;
  // a, h, n, p, r, u
  const isFirst =
    first === 0x61 || first === 0x68 || first === 0x6e || first === 0x70 || first === 0x72 || first === 0x75;
  return areCrosses || (areLetters && isFirst);
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
  // The last word may end where the memory does.
  if (start + fetchedLength > usize(memory.size()) << 16) memory.grow(1);
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
  if (place === contentPlace) return contentColumn;
  return place < statusColumn ? place : min(place, agentPlace) + 1;
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

function isInHost(byte: u8): bool {
  return isInMethod(byte) || isDigit(byte) || byte === dot || byte === colon;
}

function isInMethod(byte: u8): bool {
  const small = byte | 0x20;
  return (small >= 0x61 && small <= 0x7a) || byte === hyphen || byte === underscore;
}

/** Printable, and no blank, quote or backslash. */
function isInWord(byte: u8): bool {
  return byte > blank && byte <= 0x7e && byte !== quote && byte !== backslash;
}
