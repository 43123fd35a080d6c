import {checkRunning} from "../../../../base/ending/stopping.ts";
import {UserError} from "../../../../base/error.ts";
import {unpacked, unpackedSpan} from "../../../../intake/bytes/read.ts";
import {UnpackingMeter} from "../../../../intake/packings/limit.ts";
import {usualUnpacking} from "../../../../workspace/config/limits.ts";
import type {LogAtHand, LogsAtHand} from "./at-hand.ts";
import {type HashedText, hashLines} from "./hash-lines.ts";
import {placesOfInstants} from "./time-marks.ts";

/** A log that an edition was counted from, as its report names it. */
export interface SealedLog {
  readonly name: string;
  /** Of its lines. */
  readonly sha256: string;
  readonly lines: number;
  /** Of its first request, in UTC; null where there is none. */
  readonly first: string | null;
}

/** A part of a log at hand, in bytes of its text. */
export interface LogSpan {
  readonly log: LogAtHand;
  readonly from: number;
  /** null for its end. */
  readonly until: number | null;
}

/** Where the lines of a sealed log are. */
export interface FoundLog {
  readonly sealed: SealedLog;
  /** One behind the other they are its lines. */
  readonly spans: readonly LogSpan[];
  /** Hashes that they may be read with: a newline behind the last line makes another. */
  readonly hashes: readonly string[];
}

/** What is there of what was sealed. */
export interface FoundLogs {
  /** In the order in which the edition names them. */
  readonly found: readonly FoundLog[];
  readonly missing: readonly SealedLog[];
  /** Of which nothing is a sealed log, nor the same lines as one. */
  readonly unused: readonly LogAtHand[];
  readonly unread: LogsAtHand["unread"];
}

/** A log at hand that was read once. */
interface ReadLog {
  readonly log: LogAtHand;
  readonly text: HashedText;
}

/** One that others may have been put into, with where their first requests stand. */
interface SearchedLog extends ReadLog {
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/** Where lines of a sealed log may begin. */
interface Start {
  readonly place: number;
  readonly byte: number;
}

/** All that is at hand is hashed this many times at most to find what was joined or cut. */
const mostTimes = 8;
const fewBytes = 2 ** 26;

/**
 * Finds what was sealed among the logs at hand, by the hash of its lines: under another name, packed or saved otherwise, as the beginning of
 * one that has grown since, within one that several were joined to, or cut into several.
 */
export async function findSealed(
  sealed: readonly SealedLog[],
  {logs, unread}: LogsAtHand,
  signal?: AbortSignal,
): Promise<FoundLogs> {
  const search = new Search(sealed, unread);
  for (const log of logs) {
    checkRunning(signal);
    await search.read(log);
  }
  await search.searchJoined(signal);
  return search.result();
}

class Search {
  readonly #sealed: readonly SealedLog[];
  readonly #found = new Map<SealedLog, FoundLog>();
  readonly #read: ReadLog[] = [];
  readonly #used = new Set<LogAtHand>();
  readonly #unread: LogsAtHand["unread"][number][];
  #bytesLeft = 0;

  constructor(sealed: readonly SealedLog[], unread: LogsAtHand["unread"]) {
    this.#sealed = sealed;
    this.#unread = [...unread];
  }

  result(): FoundLogs {
    return {
      found: this.#sealed.flatMap((one) => this.#found.get(one) ?? []),
      missing: this.#missing,
      unused: this.#read.flatMap(({log, text}) => (this.#used.has(log) || text.lines === 0 ? [] : [log])),
      unread: this.#unread,
    };
  }

  get #missing(): SealedLog[] {
    return this.#sealed.filter((one) => !this.#found.has(one));
  }

  /** Reads a log once: is it a sealed one, or does it begin with one? */
  async read(log: LogAtHand): Promise<void> {
    let text: HashedText;
    try {
      const pieces = unpacked(log, new UnpackingMeter(usualUnpacking, log.where));
      text = await hashLines(
        pieces,
        this.#sealed.map(({lines}) => lines),
        {isWhole: true},
      );
    } catch (fault) {
      if (!(fault instanceof UserError) || !fault.code.startsWith("INPUT_")) throw fault;
      this.#unread.push({name: log.name, fault});
      return;
    }
    this.#read.push({log, text});
    const same = this.#sealed.find((one) => one.lines === text.lines && isBeginning(text, one));
    if (same !== undefined) {
      // The whole log, even where another that has grown was found before.
      this.#found.set(same, {sealed: same, spans: [{log, from: 0, until: null}], hashes: hashesOf(text, same)});
      this.#used.add(log);
      return;
    }
    const begun = this.#sealed.find((one) => isBeginning(text, one));
    if (begun === undefined) return;
    this.#used.add(log);
    if (this.#found.has(begun)) return;
    const until = text.beginnings.get(begun.lines)!.bytes;
    this.#found.set(begun, {sealed: begun, spans: [{log, from: 0, until}], hashes: hashesOf(text, begun)});
  }

  /** Looks for what stands in the midst of a log, or in several. */
  async searchJoined(signal?: AbortSignal): Promise<void> {
    if (this.#missing.length === 0) return;
    const all = this.#read.reduce((sum, {text}) => sum + text.bytes, 0);
    this.#bytesLeft = Math.max(mostTimes * all, fewBytes);
    const open = this.#read.filter(({log, text}) => text.lines > 0 && !this.#isWhole(log));
    const {compare} = new Intl.Collator("en", {numeric: true});
    const instants = this.#missing.flatMap(({first}) => first ?? []);
    const inOrder: SearchedLog[] = [];
    for (const one of open.toSorted((a, b) => compare(a.log.name, b.log.name))) {
      checkRunning(signal);
      inOrder.push({...one, places: await placesOfInstants(one.log, instants)});
    }
    // Older ones have the higher numbers where a log is turned.
    for (const row of [inOrder, inOrder.toReversed()]) {
      if (this.#missing.length > 0) await this.#searchRow(row, signal);
    }
  }

  #isWhole(log: LogAtHand): boolean {
    return [...this.#found.values()].some(
      ({spans}) => spans.length === 1 && spans[0]!.log === log && spans[0]!.until === null,
    );
  }

  async #searchRow(row: readonly SearchedLog[], signal: AbortSignal | undefined): Promise<void> {
    const starts: Start[] = row.map((_, place) => ({place, byte: 0}));
    for (const {spans} of this.#found.values()) {
      const {log, until} = spans.at(-1)!;
      const place = row.findIndex((one) => one.log === log);
      if (place >= 0 && until !== null) starts.push({place, byte: until});
    }
    const instants = this.#missing.flatMap(({first}) => first ?? []);
    for (const [place, {places}] of row.entries()) {
      const bytes = instants.flatMap((instant) => places.get(instant) ?? []);
      for (const byte of bytes.toSorted((one, other) => one - other)) starts.push({place, byte});
    }
    const tried = new Set<string>();
    for (let next = starts.shift(); next && this.#missing.length > 0 && this.#bytesLeft > 0; next = starts.shift()) {
      checkRunning(signal);
      const mark = `${next.place} ${next.byte}`;
      if (tried.has(mark)) continue;
      tried.add(mark);
      const end = await this.#searchFrom(next, row);
      if (end !== null) starts.unshift(end);
    }
  }

  /** Does a sealed log begin there? Gives the place behind it. */
  async #searchFrom({place, byte}: Start, row: readonly ReadLog[]): Promise<Start | null> {
    const left = row[place]!.text.lines;
    // What begins with the log and ends within it was found when it was read.
    const counts = this.#missing.flatMap(({lines}) => (byte === 0 && lines <= left ? [] : [lines]));
    if (counts.length === 0) return null;
    const spans = row.slice(place).map(({log}, index): LogSpan => ({log, from: index === 0 ? byte : 0, until: null}));
    const text = await hashLines(bytesOf(spans), counts, {isWhole: false});
    this.#bytesLeft -= text.bytes;
    const sealed = this.#missing.find((one) => isBeginning(text, one));
    if (sealed === undefined) return null;
    let bytes = text.beginnings.get(sealed.lines)!.bytes;
    const own: LogSpan[] = [];
    let last: Start = {place, byte};
    for (let index = 0; bytes > 0; index++) {
      const {log, from} = spans[index]!;
      const length = row[place + index]!.text.bytes - from;
      const taken = Math.min(bytes, length);
      own.push({log, from, until: taken === length ? null : from + taken});
      this.#used.add(log);
      bytes -= taken;
      last = {place: place + index, byte: from + taken};
    }
    this.#found.set(sealed, {sealed, spans: own, hashes: hashesOf(text, sealed)});
    return last;
  }
}

function isBeginning({beginnings}: HashedText, {lines, sha256}: SealedLog): boolean {
  return beginnings.get(lines)?.sha256.includes(sha256) ?? false;
}

function hashesOf({beginnings}: HashedText, {lines}: SealedLog): readonly string[] {
  return beginnings.get(lines)!.sha256;
}

/** What stands in some parts of logs, one behind the other. */
export async function* bytesOf(spans: readonly LogSpan[]): AsyncGenerator<Buffer> {
  for (const {log, from, until} of spans) yield* unpackedSpan(log, {from, until: until ?? Number.POSITIVE_INFINITY});
}
