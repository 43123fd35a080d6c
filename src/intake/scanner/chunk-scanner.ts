import type {Buffer} from "node:buffer";
import {mostInFull} from "../../workspace/quarantined.ts";
import {methodOf} from "../facts/impersonal-text.ts";
import {wordOfPath} from "../facts/kept-path.ts";
import {cleanLine, tooLongMark} from "../line/clean.ts";
import {type ClientCounts, ClientTally} from "../line/client-counts.ts";
import {ignored, type LineFields, type Reading} from "../line/fields.ts";
import {earliest, InputLines, type ReadingPlan, shapeOf} from "../line/input-lines.ts";
import {InputClients} from "./input-clients.ts";
import {InputStanding} from "./input-standing.ts";
import {LineScanner, type LineShape, shortMark} from "./line-scanner.ts";
import type {LineTable} from "./line-table.ts";
import {type ChunkRefusals, RefusalCounts} from "./refused-lines.ts";
import {linesAsText, type ScannedLines} from "./scanned-lines.ts";
import {type NewWords, type WordName, wordNames} from "./word-names.ts";

/** How the lines of an input are to be read. */
export interface ReadingOrder {
  /** One number an input. */
  readonly input: number;
  readonly plan: ReadingPlan;
  /** Instant in seconds; a line dated after it is refused. */
  readonly latest: number;
}

/** What lines of a chunk tell. */
export interface ChunkReading extends ChunkRefusals {
  readonly lines: number;
  readonly table: LineTable;
  readonly newWords: NewWords;
  /** Where the next line begins that was not read. */
  readonly until: number;
}

const hash = 0x23;

/** `#Date:` and `#Fields:` begin so, in small letters; no file has many of them in a chunk. */
const [headerSigns, mostHeaders]: readonly [readonly number[], number] = [[0x64, 0x66], 1000];

/** What is known of an input when all of its lines were read. */
export interface EndedScan {
  /** How many lines had something before them that is no part of them, by its name. */
  readonly passedOver: ReadonlyMap<string, number>;
  readonly clients: ClientCounts;
}

/** What reads an input's lines that are not plain, and what looks at the clients of all. */
interface InputReading {
  readonly lines: InputLines;
  readonly clients: InputClients;
  /** How the plain ones stand; null before one was read that tells it. */
  readonly standing: InputStanding;
}

/** Reads the lines of chunks, and remembers their words from one chunk to the next. */
export class ChunkScanner {
  #scanner = new LineScanner();
  #generation = 0;
  #known: Record<WordName, number> = nothing();
  readonly #inputs = new Map<number, InputReading>();
  readonly #hasQuery: boolean;

  /** @param options `hasQuery`: is anything of queries to be kept? */
  constructor({hasQuery}: {readonly hasQuery: boolean}) {
    this.#hasQuery = hasQuery;
  }

  /**
   * Reads a chunk's lines, from one of them on; not all, where they are very many.
   *
   * @param chunk Whole lines, of which the last ends; of an input, chunk after chunk.
   * @param given A table to be written over; null where a new one is to be made.
   */
  read(chunk: Buffer, {input, plan, latest}: ReadingOrder, given: LineTable | null, from = 0): ChunkReading {
    if (this.#scanner.isFull) this.#forget();
    const {lines: own, clients, standing} = this.#inputOf(input, plan, latest);
    const order = standing.orderOf({hasQuery: this.#hasQuery, earliest, latest});
    const {mostOdd} = standing;
    const scanned = order ? this.#scanner.read(chunk, order, given, from) : linesAsText(chunk, given, from, mostOdd);
    const {table, lines, until} = scanned;
    if (order && !order.layout) clearUntold(table, lines, order.shape);
    const refused = new RefusalCounts();
    for (const line of scanned.odd) table.client[line.row] = 0;
    if (scanned.short + scanned.ignored > 0) passShort(chunk, scanned, refused, own);
    for (const line of scanned.odd) {
      const text = cleanLine(chunk.subarray(line.from, line.until));
      const reading: Reading = text === tooLongMark ? {reason: "too-long", column: 1} : own.read(text);
      if (reading === null) {
        standing.see(text);
        this.#fill(table, line.row, own.fields);
        if (!own.fields.isZoned) clients.addZoneless();
      } else {
        clearRow(table, line.row);
        if (reading === ignored) refused.ignored++;
        else refused.add({...reading, row: line.row, text});
      }
    }
    clients.see(table, lines, this.#scanner);
    standing.endPart(scanned, own);
    return {lines, table, ...refused.all(), newWords: this.#newWords(), until};
  }

  #inputOf(input: number, plan: ReadingPlan, latest: number): InputReading {
    const known = this.#inputs.get(input);
    if (known) return known;
    const reading = {
      lines: new InputLines(plan, latest),
      clients: new InputClients(plan),
      standing: new InputStanding(shapeOf(plan)),
    };
    this.#inputs.set(input, reading);
    return reading;
  }

  /** Forgets an input of which there are no more chunks. */
  end(input: number): EndedScan {
    const reading = this.#inputs.get(input);
    this.#inputs.delete(input);
    reading?.clients.forget(this.#scanner);
    return {
      passedOver: reading ? reading.standing.passedOver(reading.lines) : new Map(),
      clients: reading?.clients.counts() ?? new ClientTally().counts(),
    };
  }

  #fill(
    table: LineTable,
    row: number,
    {second, bytes, client, host, method, target, status, referrer, agent, contentType}: LineFields,
  ): void {
    table.seconds[row] = second;
    table.bytes[row] = bytes;
    table.status[row] = status;
    table.client[row] = this.#numberOf("client", client);
    // What is no method was no request that any server knows: a path of it may be anything.
    const known = method === null ? null : methodOf(method);
    const [own, path] = apart(known === "" ? "" : target);
    table.host[row] = this.#numberOf("host", host ?? own);
    table.method[row] = this.#numberOf("method", known);
    table.path[row] = this.#numberOf("path", path === null ? null : wordOfPath(path, contentType, status));
    table.referrer[row] = this.#numberOf("referrer", referrer);
    table.agent[row] = this.#numberOf("agent", agent);
  }

  #numberOf(name: WordName, text: string | null): number {
    return text === null ? 0 : this.#scanner.numberOf(name, text);
  }

  #forget(): void {
    for (const {clients} of this.#inputs.values()) clients.forget(this.#scanner);
    this.#scanner = new LineScanner();
    this.#generation++;
    this.#known = nothing();
  }

  #newWords(): NewWords {
    const news = wordNames.map((name) => {
      const count = this.#scanner.countOf(name);
      const words: string[] = [];
      while (this.#known[name] < count) words.push(this.#scanner.word(name, ++this.#known[name]));
      return [name, words];
    });
    return {generation: this.#generation, words: Object.fromEntries(news)};
  }
}

/** Host and path of what was asked for, where the request names both: `http://press.example/news/`, as a proxy is asked. */
function apart(target: string | null): readonly [string | null, string | null] {
  if (target === null || target.startsWith("/")) return [null, target];
  const start = /^[a-z][a-z0-9+.-]{0,20}:\/\//i.exec(target.slice(0, 32))?.[0].length ?? 0;
  if (start === 0) return [null, target];
  const end = target.slice(start).search(/[/?#]/);
  if (end === -1) return [target.slice(start), "/"];
  const path = target.slice(start + end);
  return [target.slice(start, start + end) || null, path.startsWith("/") ? path : `/${path}`];
}

/** Takes note of the lines that are too short to be requests: the table says where they stand. */
function passShort(
  chunk: Buffer,
  {table, ignored: ignoredLines, short}: ScannedLines,
  refused: RefusalCounts,
  lines: InputLines,
): void {
  refused.ignored += ignoredLines;
  let [kept, headers] = [0, 0];
  for (let row = 0, left = ignoredLines + short; left > 0; row++) {
    const mark = table.client[row]!;
    if (mark > shortMark) continue;
    left--;
    const [from, until] = [table.seconds[row]!, table.bytes[row]!];
    clearRow(table, row);
    if (mark !== shortMark) {
      // A comment may name the columns of the lines below it.
      if (chunk[from] === hash && headerSigns.includes(chunk[from + 1]! | 0x20) && headers++ < mostHeaders)
        lines.read(cleanLine(chunk.subarray(from, until)));
      continue;
    }
    const refusal = {reason: "no-time", column: 1, row} as const;
    if (kept++ < mostInFull) refused.keep({...refusal, text: cleanLine(chunk.subarray(from, until))});
    refused.count(refusal.reason);
  }
}

/** Nothing stands in a row of what lines of the shape do not tell. */
function clearUntold({host, referrer, agent}: LineTable, lines: number, {hasHost, hasOrigin}: LineShape): void {
  if (!hasHost) host.fill(0, 0, lines);
  if (hasOrigin) return;
  referrer.fill(0, 0, lines);
  agent.fill(0, 0, lines);
}

/** A line that is no request: a row without an instant and without anything else. */
function clearRow(table: LineTable, row: number): void {
  table.seconds[row] = Number.NaN;
  table.bytes[row] = Number.NaN;
  for (const column of [
    table.client,
    table.host,
    table.method,
    table.path,
    table.status,
    table.referrer,
    table.agent,
  ]) {
    column[row] = 0;
  }
}

function nothing(): Record<WordName, number> {
  return {client: 0, host: 0, method: 0, path: 0, referrer: 0, agent: 0};
}
