import {randomUUID} from "node:crypto";
import {rmSync} from "node:fs";
import {join} from "node:path";
import {ParquetFile} from "../../engine/parquet/parquet-file.ts";
import type {DraftClients} from "../draft-clients.ts";
import type {Draft, DraftContext} from "../draft-context.ts";
import {LineJudge} from "../line-judge.ts";
import {isIgnored, QuarantineDraft, type Refusal} from "../quarantine.ts";
import {ChunkCutter, chunkCapacity} from "./chunk-cutter.ts";
import type {FinishOrder} from "./chunk-desk.ts";
import type {ChunkFacts, RefusedLines} from "./chunk-encoder.ts";
import type {ChunkReading, ReadingOrder} from "./chunk-scanner.ts";
import {factColumns} from "./fact-columns.ts";
import type {LineShape} from "./line-scanner.ts";
import {LineTyper} from "./type-lines.ts";

/** Lines of a chunk that were read. */
interface DoneLines {
  readonly reading: ChunkReading;
  readonly facts: ChunkFacts;
}

/** Facts, and what became of the lines that are none. */
type PlainFacts = Omit<Draft, "places" | "books" | "closedMonths">;

/** Pieces that are longer are taken in parts. */
const longestPart = 1 << 20;

let inputs = 0;

/**
 * Writes the facts of a log whose lines are mostly plain, while its bytes go by.
 *
 * Chunks are read side by side; their facts are written in the order of the lines.
 */
export class PlainDraft {
  readonly #context: DraftContext;
  readonly #clients: DraftClients | null;
  readonly #order: ReadingOrder & FinishOrder;
  readonly #path: string;
  readonly #file: ParquetFile;
  readonly #typer: LineTyper;
  readonly #judge: LineJudge;
  readonly #quarantine: QuarantineDraft;
  readonly #sum = {lines: 0, requests: 0, ignored: 0};
  #span: readonly [number | null, number | null] = [null, null];
  #linesBefore: number;
  #cutter: ChunkCutter | null = null;
  #written: Promise<void> = Promise.resolve();
  #fault: unknown = null;

  /**
   * @param clients What is told the clients.
   * @param linesBefore How many lines of the input come before the first.
   */
  constructor(context: DraftContext, shape: LineShape, clients: DraftClients | null, linesBefore = 0) {
    this.#context = context;
    this.#clients = clients;
    this.#linesBefore = linesBefore;
    this.#order = {input: inputs++, shape, latest: context.latest, tellsReaders: clients !== null};
    this.#path = join(context.workspace.store.work, `${randomUUID()}.parquet`);
    this.#typer = new LineTyper(context);
    this.#judge = new LineJudge(context.engine, context.format);
    this.#quarantine = new QuarantineDraft(context.format);
    this.#file = new ParquetFile(this.#path, factColumns);
  }

  /** Takes the next bytes of the log; waits while too many are under way. */
  async add(piece: Buffer): Promise<void> {
    for (let from = 0; from < piece.length; from += longestPart) {
      this.#cutter ??= new ChunkCutter(await this.#context.desk.room(chunkCapacity));
      this.#cutter.add(piece.subarray(from, from + longestPart));
      if (!this.#cutter.isFull) continue;
      const {chunk, length, rest} = this.#cutter.cut();
      this.#cutter = null;
      this.#read(chunk, length);
      if (this.#fault !== null) throw this.#fault;
      this.#cutter = new ChunkCutter(await this.#context.desk.room(chunkCapacity));
      this.#cutter.add(rest);
    }
  }

  /** Completes the facts. */
  async end(): Promise<PlainFacts> {
    const last = this.#cutter?.end();
    this.#cutter = null;
    if (last) this.#read(last.chunk, last.length);
    await this.#written;
    if (this.#fault !== null) throw this.#fault;
    for (const texts of await this.#context.desk.end(this.#order.input)) this.#file.add(texts);
    this.#file.close();
    this.#typer.close();
    this.#judge.close();
    const [firstSecond, lastSecond] = this.#span;
    return {file: this.#path, ...this.#sum, firstSecond, lastSecond, quarantined: this.#quarantine.end()};
  }

  /** Gives everything up. */
  async abandon(): Promise<void> {
    if (this.#cutter) this.#context.desk.release();
    this.#fault ??= new Error("given up");
    await this.#written;
    await this.#context.desk.end(this.#order.input).catch(() => {});
    this.#file.abandon();
    this.#typer.close();
    this.#judge.close();
    rmSync(this.#path, {force: true});
  }

  #read(chunk: Uint8Array<ArrayBuffer>, length: number): void {
    const before = this.#written;
    this.#written = this.#readAll(chunk, length, before).finally(() => this.#context.desk.release());
  }

  /** Reads a chunk, mostly in one go, while those before it are being written. */
  async #readAll(given: Uint8Array<ArrayBuffer>, length: number, before: Promise<void>): Promise<void> {
    try {
      let chunk = given;
      for (let from = 0; from < length && this.#fault === null; ) {
        const read = await this.#context.desk.read(chunk, {length, from}, this.#order);
        const done = await this.#factsOf(read.reading);
        await before;
        if (this.#fault === null) await this.#write(done);
        [chunk, from] = [read.chunk, read.reading.until];
      }
    } catch (fault) {
      this.#fault ??= fault;
    }
    await before;
  }

  async #factsOf(reading: ChunkReading): Promise<DoneLines> {
    const typed = await this.#typer.type(reading.odd);
    const facts = await this.#context.desk.finish(reading, typed, this.#order);
    this.#clients?.seeReaders(facts.readers);
    this.#clients?.seeIn(reading.odd.filter((_, place) => typed[place]!.second !== null));
    return {reading, facts};
  }

  async #write({reading, facts}: DoneLines): Promise<void> {
    const {rows, requests, firstSecond, lastSecond} = facts;
    this.#file.add(rows);
    await this.#refuse(reading, facts.refused);
    this.#linesBefore += reading.lines;
    this.#sum.lines += reading.lines;
    this.#sum.requests += requests;
    if (firstSecond === null || lastSecond === null) return;
    const [first, last] = this.#span;
    this.#span = [Math.min(first ?? firstSecond, firstSecond), Math.max(last ?? lastSecond, lastSecond)];
  }

  async #refuse({odd, short}: ChunkReading, {counts, firstLines, inFull}: RefusedLines): Promise<void> {
    const places: number[] = [];
    for (const [place, lines] of counts.entries()) {
      if (lines === 0) continue;
      if (isIgnored(odd[place]!)) this.#sum.ignored += lines;
      else places.push(place);
    }
    const refusals = new Map<number, Refusal>();
    for (const [order, refusal] of (await this.#judge.judge(places.map((place) => odd[place]!))).entries()) {
      refusals.set(places[order]!, refusal);
      this.#quarantine.count(refusal.reason, counts[places[order]!]!);
    }
    const keep = (line: number, place: number): void => {
      const text = short.get(line) ?? odd[place]!;
      this.#quarantine.keep(this.#linesBefore + line + 1, text, refusals.get(place)!);
    };
    for (const [line, place] of inFull) keep(line, place);
    const last = inFull.at(-1)?.[0] ?? -1;
    const later = places.filter((place) => firstLines[place]! > last);
    for (const place of later.sort((one, other) => firstLines[one]! - firstLines[other]!)) {
      if (this.#quarantine.keeps(refusals.get(place)!.reason)) keep(firstLines[place]!, place);
    }
  }
}
