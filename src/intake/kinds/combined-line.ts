import {mostBytes, withPort} from "../line/assemble.ts";
import {forwardedWord} from "../line/choose-client.ts";
import {type ClientKind, clientKind, couldBeHost} from "../line/client-word.ts";
import {isEscaped} from "../line/escaped.ts";
import {ignored, type LineFields, type LineReader, type Reading, type Refusal} from "../line/fields.ts";
import {isIgnored} from "../line/ignored.ts";
import {clf, type InstantFormat, iso} from "../line/instant.ts";
import {readRequest} from "../line/request.ts";

/** Which of the words before the time is the client, where two of them are addresses. */
export type TwoAddresses = "first" | "second";

/** What lines of this family are read by. */
export interface CombinedOptions {
  /**
   * Of `203.0.113.1:50234 10.0.0.1 - - [`: the first, unless it is known that the server's own address stands before the client.
   */
  readonly client?: TwoAddresses;
  /** How the time between the brackets is written: as Apache and nginx do, or as a directive of the server's says. */
  readonly instant?: InstantFormat;
}

const blank = 32;

/** A quote before a client without one behind it. */
const [quotedWhole, longestQuoted] = [/^"[^" ,]{1,260} [^"]{0,30}\[/, 300];

/**
 * Reads the lines of the family that the common log format began: `client ident user [time] "request" status bytes`, with or without a
 * virtual host before it, referrer and agent behind it, and whatever a server appends.
 *
 * Takes time in proportion to the line's length: it looks for signs one after the other, and goes back to no place more often than
 * {@link mostAnswers} times.
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
    const client = this.#readHead(text, clock.start, into);
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

  /** Who the client is, and the virtual host: the words before the time. */
  #readHead(text: string, clock: number, into: LineFields): Refusal | null {
    const words = wordsBehindList(wordsBefore(text, clock), into);
    const [first = "", second = ""] = words;
    const [one, two] = [clientKind(first), clientKind(second)];
    if (first.includes(",")) return readList(words, into);
    if (one !== null && second.includes(",")) {
      into.host = one === "address" ? null : first;
      return readList(words.slice(1), into);
    }
    if (one === "address" && two === "address" && words.length > 2) {
      const isFirst = this.#client === "first" && !serversPort.test(first);
      // The other one is the server's own: an address is never a host's name.
      into.client = isFirst ? first : second;
      return null;
    }
    if (one !== null && two === "address" && words.length > 2 && !isPlainUser(words)) {
      into.client = second;
      into.host = first;
      return null;
    }
    // The port in a word of its own: `%v %p %h`.
    if (one === "host" && words.length > 4 && /^\d{1,5}$/.test(second) && isClientThird(words)) {
      into.client = words[2]!;
      into.host = withPort(first, second);
      return null;
    }
    // A server that knows its port writes it, and the client behind it may be any name.
    if (one !== "address" && one !== null && /:\d{1,5}$/.test(first) && two !== null && words.length > 3) {
      into.client = second;
      into.host = first;
      return null;
    }
    // Two names of hosts, and neither ident nor user: the first is the one that was asked.
    if (one === "host" && two === "host" && words.length > 3 && words[2] === "-") {
      into.client = second;
      into.host = first;
      return null;
    }
    // A host that is no name: whoever asked may have sent anything for it.
    if (one === null && two === "address" && words.length > 2 && /:\d{1,5}$/.test(first)) {
      into.client = second;
      return null;
    }
    // A host that the server left empty, or a client that it did not know.
    if ((first === "-" || first === "") && two === "address" && words.length > 2) {
      into.client = second;
      return null;
    }
    // A socket of the machine's own: whoever stands before the server came by it.
    if (first === "-" || first.startsWith("unix:")) return null;
    if (one === null && !(second === "-" && couldBeHost(first))) {
      return {reason: "no-client", column: 1, expected: "an address or the name of a host"};
    }
    // A name, and an address further on that begins such a line as well: what stands first may be anybody's mark.
    if (
      one !== "address" &&
      words.some((word, place) => place > 1 && place < words.length - 2 && clientKind(word) === "address")
    ) {
      return {reason: "no-client", column: 1, expected: "an address"};
    }
    // A name of one part is a client's only where nothing else can be meant: `Mar 3 …` is no client's line.
    if (one === "label" && second !== "-") return {reason: "no-client", column: 1, expected: "an address"};
    into.client = first;
    // Some write what a proxy forwarded in the place of the user's name.
    if (one === "address" && words.length === 3 && second === "-" && clientKind(words[2]!) === "address")
      into.forward("user", words[2]!);
    return null;
  }
}

/** Is the third word an address, or a name before an ident that is none? */
function isClientThird([, , third = "", ident]: readonly string[]): boolean {
  const kind = clientKind(third);
  return kind === "address" || (kind !== null && ident === "-");
}

/** An address with a port that servers are asked at: no client has one of those. */
const serversPort = /^(?:\[[^\]]{1,60}\]|[\d.]{7,15}):(?:80|443|8080|8443)$/;

/** Brackets that hold more hold no time. */
const longestClock = 80;

/** More of them than this are not looked at: who writes so many quotes into a request means no good. */
const mostAnswers = 32;

/** The words before a place; no more than tell anything. A blank at the beginning is an empty first word. */
function wordsBefore(text: string, until: number): string[] {
  const words: string[] = [];
  for (let from = 0; from < until && words.length < mostWords; ) {
    let end = text.indexOf(" ", from);
    if (end === -1 || end > until) end = until;
    if (end > from || from === 0) words.push(text.slice(from, end));
    from = end + 1;
  }
  return words;
}

const mostWords = 32;

/** Apache is often told to write `(%{X-Forwarded-For}i)` before everything else: the words behind it. */
function wordsBehindList(words: readonly string[], into: LineFields): readonly string[] {
  if (!words[0]?.startsWith("(")) return words;
  const last = words.findIndex((word) => word.endsWith(")"));
  const list = words
    .slice(0, last + 1)
    .join(" ")
    .slice(1, -1);
  if (list !== "-" && !holdsAddress(list)) return words;
  into.forward("x-forwarded-for", list);
  return words.slice(last + 1);
}

/** Does a client begin the line whose user's name holds an address: `host.example - 192.0.2.1 [`? */
function isPlainUser(words: readonly string[]): boolean {
  return words[1] === "-";
}

/** `192.0.2.8, 10.0.0.1 - - [`: what a proxy forwarded, written where the client stands. */
function readList(words: readonly string[], into: LineFields): Refusal | null {
  const last = words.findIndex((word) => !word.endsWith(","));
  const list = words.slice(0, last === -1 ? undefined : last + 1).join(" ");
  const kinds: ClientKind[] = list.split(",").map((word) => clientKind(word.trim()));
  if (kinds.every((kind) => kind === null)) return {reason: "no-client", column: 1, expected: "an address"};
  into.client = list;
  return null;
}

/** Where the request stands, and where what follows the size begins. */
interface Answer {
  readonly request: number;
  /** The quote that ends the request. */
  readonly end: number;
  readonly rest: number;
}

/**
 * The request ends at the last quote that a status and a size follow, and referrer and agent or nothing behind those; a quote after a
 * backslash is part of it.
 */
function findAnswer(text: string, clock: number): Answer | null {
  if (text.charCodeAt(clock) !== blank || text.charCodeAt(clock + 1) !== 34) return null;
  const request = clock + 2;
  let plain: Answer | null = null;
  // At the line's end, behind what is no protocol: the numbers that a server appends to the agent look like a status and a size.
  let last: Answer | null = null;
  let tried = 0;
  for (let end = text.lastIndexOf('" '); end >= request && tried < mostAnswers; end = text.lastIndexOf('" ', end - 1)) {
    const rest = sizeEnd(text, end);
    if (rest !== -1 && !isEscaped(text, end, request)) {
      tried++;
      const answer = {request, end, rest};
      const hasProtocol = isProtocolBefore(text, end);
      if (isWholeOrigin(text, rest)) {
        const hasOrigin = text.charCodeAt(rest + 1) === 34;
        if (last === null && (hasOrigin || hasProtocol)) return answer;
        if (last !== null && hasOrigin && hasProtocol) return answer;
        last ??= answer;
      } else if (plain === null || hasProtocol) plain = answer;
    }
    if (end === 0) break;
  }
  return last ?? plain;
}

/** Behind `" 200 512`, where the quote stands there; -1 where something else follows it. */
function sizeEnd(text: string, quote: number): number {
  for (let at = quote + 2; at < quote + 5; at++) if (!isDigit(text.charCodeAt(at))) return -1;
  if (text.charCodeAt(quote + 5) !== blank) return -1;
  let end = quote + 6;
  if (text.charCodeAt(end) === 45) end++;
  else while (isDigit(text.charCodeAt(end))) end++;
  if (end === quote + 6) return -1;
  const next = text.charCodeAt(end);
  return Number.isNaN(next) || next === blank || next === 9 ? end : -1;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isProtocolBefore(text: string, end: number): boolean {
  return / HTTP\/\d(?:\.\d)?$/.test(text.slice(Math.max(0, end - 9), end));
}

/** Do referrer and agent stand here, or does the line end? */
function isWholeOrigin(text: string, rest: number): boolean {
  if (text.charCodeAt(rest) !== blank) return rest >= text.trimEnd().length;
  return text.charCodeAt(rest + 1) === 34;
}

/**
 * Takes the virtual host where it stands behind the size, before referrer and agent, as hosts of many sites write it (IONOS, Strato).
 *
 * @returns Where what follows it begins; the same place where none stands there.
 */
function passHost(text: string, rest: number, into: LineFields): number {
  if (text.charCodeAt(rest) !== blank || text.charCodeAt(rest + 1) === 34) return rest;
  const end = text.indexOf(" ", rest + 1);
  if (end === -1 || text.charCodeAt(end + 1) !== 34 || clientKind(text.slice(rest + 1, end)) !== "host") return rest;
  into.host ??= text.slice(rest + 1, end);
  return end;
}

/** Takes referrer and agent, and the address that nginx's own example appends, from behind the size. */
function readOrigin(text: string, rest: number, into: LineFields): void {
  if (text.charCodeAt(rest) !== blank || text.charCodeAt(rest + 1) !== 34) return;
  const referrerEnd = text.indexOf('" "', rest + 2);
  if (referrerEnd === -1) {
    // Cut inside the referrer, or nothing but it.
    const end = text.lastIndexOf('"');
    into.referrer = text.slice(rest + 2, end > rest + 1 ? end : undefined);
    return;
  }
  into.referrer = text.slice(rest + 2, referrerEnd);
  const start = referrerEnd + 3;
  const end = agentEnd(text, start);
  into.agent = text.slice(start, end === -1 ? undefined : end);
  if (end !== -1) readAppended(text, end + 1, into);
}

/** The quote that ends the agent: the first that is not escaped and that a blank or the end follows, and no half quote behind it. */
function agentEnd(text: string, start: number): number {
  let last = -1;
  for (let end = text.indexOf('"', start), tried = 0; end !== -1; end = text.indexOf('"', end + 1)) {
    if (isEscaped(text, end, start)) continue;
    last = end;
    const next = text.charCodeAt(end + 1);
    const isApart = Number.isNaN(next) || next === blank || next === 9 || next === 13;
    if (isApart && tried++ < mostAnswers && areWholeParts(text, end + 1)) return end;
  }
  return last;
}

/** Are there only whole quotes and bare words to the end of the line? A last one may be cut. */
function areWholeParts(text: string, from: number): boolean {
  for (let at = from; at < text.length; ) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return true;
    const before = text.charCodeAt(quote - 1);
    // A blank, or a label: `xff="192.0.2.1"`.
    if (before !== blank && before !== 61) return false;
    let end = text.indexOf('"', quote + 1);
    while (end !== -1 && isEscaped(text, end, quote + 1)) end = text.indexOf('"', end + 1);
    if (end === -1) return true;
    const next = text.charCodeAt(end + 1);
    if (!Number.isNaN(next) && next !== blank) return false;
    at = end + 1;
  }
  return true;
}

/** What stands in quotes; Apache writes a backslash before those within. */
const quoted = String.raw`"((?:[^"\\]|\\.)*)"`;
const firstPart = new RegExp(String.raw`^${quoted}|^\(([^)]*)\)`);
const anyPart = new RegExp(String.raw`${quoted}|[^\s"]+`, "g");

/** Notes the list of addresses that stands behind the agent, in quotes or brackets, as servers append what a proxy forwarded. */
function readAppended(text: string, from: number, into: LineFields): void {
  const part = text.slice(from).trim();
  const found = firstPart.exec(part.slice(0, longestList));
  const list = found?.[1] ?? found?.[2];
  if (list !== undefined && (list === "-" || holdsAddress(list))) into.forward("x-forwarded-for", list);
  // Some write it further behind, or without quotes.
  if (list !== undefined && holdsAddress(list)) return;
  const words = part.slice(0, longestList).match(anyPart) ?? [];
  const more = words.map((word) => word.replace(/^"|"$/g, "")).find(holdsAddress);
  if (more !== undefined) into.forward("appended", more);
}

function holdsAddress(list: string): boolean {
  return list.split(",").some((word) => clientKind(forwardedWord(word)) === "address");
}

const longestList = 1000;
