import {mostBytes} from "../line/assemble.ts";
import {ignored, type LineFields, type LineReader, type Reading} from "../line/fields.ts";
import {isIgnored} from "../line/ignored.ts";
import {clf, type InstantFormat, iso} from "../line/instant.ts";
import {readRequest} from "../line/request.ts";
import {findAnswer, passHost, readOrigin} from "./combined-answer.ts";
import {readBeforeClock, type TwoAddresses} from "./combined-head.ts";

/** What lines of this family are read by. */
export interface CombinedOptions {
  /**
   * Of `203.0.113.1:50234 10.0.0.1 - - [`: the first, unless it is known that the server's own address stands before the client.
   */
  readonly client?: TwoAddresses;
  /** How the time between the brackets is written: as Apache and nginx do, or as a directive of the server's says. */
  readonly instant?: InstantFormat;
}

/** A quote before a client without one behind it. */
const [quotedWhole, longestQuoted] = [/^"[^" ,]{1,260} [^"]{0,30}\[/, 300];

/**
 * Reads the lines of the family that the common log format began: `client ident user [time] "request" status bytes`, with or without a
 * virtual host before it, referrer and agent behind it, and whatever a server appends.
 *
 * Takes time in proportion to the line's length: it looks for signs one after the other, and goes back to no place more often than
 * thirty-two times.
 */
export class CombinedLines implements LineReader {
  readonly #client: TwoAddresses;
  readonly #instants: readonly InstantFormat[];

  constructor({client = "first", instant}: CombinedOptions = {}) {
    this.#client = client;
    this.#instants = instant ? [instant] : [clf, iso];
  }

  read(text: string, into: LineFields): Reading {
    // OpenLiteSpeed writes quotes around the whole line.
    if (!quotedWhole.test(text.slice(0, longestQuoted)) || !text.endsWith('"')) return this.#read(text, into);
    const reading = this.#read(text.slice(1, -1), into);
    into.timeColumn++;
    return reading === null || reading === ignored ? reading : {...reading, column: reading.column + 1};
  }

  #read(text: string, into: LineFields): Reading {
    into.clear();
    if (isIgnored(text)) return ignored;
    const clock = this.#findClock(text);
    if (clock === null) return {reason: "no-time", column: 1};
    const answer = findAnswer(text, clock.end);
    if (answer === null) return {reason: "no-match", column: clock.end + 1, expected: "a request, a status and a size"};
    const client = readBeforeClock(text, clock.start, this.#client, into);
    if (client) return client;
    into.second = clock.second;
    into.isZoned = clock.isZoned;
    into.timeColumn = clock.start + 2;
    if (Number.isNaN(clock.second)) return {reason: "bad-time", column: into.timeColumn};
    readRequest(text.slice(answer.request, answer.end), into);
    into.status = Number(text.slice(answer.end + 2, answer.end + 5));
    const size = text.slice(answer.end + 6, answer.rest);
    into.bytes = size === "-" ? 0 : Number(size);
    if (into.bytes > mostBytes) return {reason: "bad-bytes", column: answer.end + 7};
    readOrigin(text, passHost(text, answer.rest, into), into);
    return null;
  }

  /** The first brackets with a time in them that a quote follows; else the first with a time. */
  #findClock(text: string): {start: number; end: number; second: number; isZoned: boolean} | null {
    for (let start = text.indexOf("["); start !== -1; start = text.indexOf("[", start + 1)) {
      const end = text.indexOf("]", start);
      if (end === -1) return null;
      if (end - start > longestClock) continue;
      const written = text.slice(start + 1, end);
      const instant = this.#instants.find(({isWrittenSo}) => isWrittenSo(written));
      if (instant) {
        const isZoned = instant.namesZone?.(written) ?? true;
        return {start, end: end + 1, second: instant.parse(written), isZoned};
      }
    }
    return null;
  }
}

/** Brackets that hold more hold no time. */
const longestClock = 80;
