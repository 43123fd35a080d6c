import {randomUUID} from "node:crypto";
import {rmSync} from "node:fs";
import {join} from "node:path";
import {factColumns} from "../../engine/facts/layout.ts";
import {ParquetFile} from "../../engine/parquet/parquet-file.ts";
import type {DraftClients} from "../clients/names.ts";
import type {RefusalReason} from "../line/fields.ts";
import {ChunkCutter} from "../scanner/chunk-cutter.ts";
import type {ChunkFacts} from "../scanner/chunk-encoder.ts";
import type {ChunkReading, ReadingOrder} from "../scanner/chunk-scanner.ts";
import type {FinishOrder} from "../scanner/pool.ts";
import type {Draft, DraftContext} from "./draft-types.ts";
import {QuarantineDraft} from "./quarantine.ts";

/** Lines of a chunk that were read. */
interface DoneLines {
  readonly reading: ChunkReading;
  readonly facts: ChunkFacts;
}

/** Facts, and what became of the lines that are none. */
type DraftedFacts = Omit<Draft, "places" | "books" | "closedMonths">;

/** Pieces that are longer are taken in parts. */
const longestPart = 1 << 20;

let inputs = 0;

/**
 * Writes the facts of a log while its bytes go by.
 *
 * Chunks are read side by side; their facts are written in the order of the lines.
 */
export class PlainDraft {
  readonly #context: DraftContext;
  readonly #clients: DraftClients | null;
  readonly #order: ReadingOrder & FinishOrder;
  readonly #path: string;
  readonly #file: ParquetFile;
  readonly #quarantine = new QuarantineDraft();
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
  constructor(context: DraftContext, clients: DraftClients | null, linesBefore = 0) {
    this.#context = context;
    this.#clients = clients;
    this.#linesBefore = linesBefore;
    const {plan, latest, workspace} = context;
    this.#order = {input: inputs++, plan, latest, tellsReaders: clients !== null};
    this.#path = join(workspace.store.work, `${randomUUID()}.parquet`);
    this.#file = new ParquetFile(this.#path, factColumns);
  }

  /** Takes the next bytes of the log; waits while too many are under way. */
  async add(piece: Buffer): Promise<void> {
    for (let from = 0; from < piece.length; from += longestPart) {
      this.#cutter ??= new ChunkCutter(await this.#context.pool.room());
      this.#cutter.add(piece.subarray(from, from + longestPart));
      if (!this.#cutter.isFull) continue;
      const {chunk, length, rest} = this.#cutter.cut();
      this.#cutter = null;
      this.#read(chunk, length);
      if (this.#fault !== null) throw this.#fault;
      this.#cutter = new ChunkCutter(await this.#context.pool.room());
      this.#cutter.add(rest);
    }
  }

  /** Completes the facts. */
  async end(): Promise<DraftedFacts> {
    const last = this.#cutter?.end();
    this.#cutter = null;
    if (last) this.#read(last.chunk, last.length);
    await this.#written;
    if (this.#fault !== null) throw this.#fault;
    const {texts, passedOver, clients} = await this.#context.pool.end(this.#order.input);
    for (const rows of texts) this.#file.add(rows);
    this.#file.close();
    const [firstSecond, lastSecond] = this.#span;
    const quarantined = this.#quarantine.end();
    return {file: this.#path, ...this.#sum, firstSecond, lastSecond, quarantined, passedOver, clients};
  }

  /** Gives everything up. */
  async abandon(): Promise<void> {
    if (this.#cutter) this.#context.pool.release();
    this.#fault ??= new Error("given up");
    await this.#written;
    await this.#context.pool.end(this.#order.input).catch(() => {});
    this.#file.abandon();
    rmSync(this.#path, {force: true});
  }

  #read(chunk: Uint8Array<ArrayBuffer>, length: number): void {
    const before = this.#written;
    this.#written = this.#readAll(chunk, length, before).finally(() => this.#context.pool.release());
  }

  /** Reads a chunk, mostly in one go, while those before it are being written. */
  async #readAll(given: Uint8Array<ArrayBuffer>, length: number, before: Promise<void>): Promise<void> {
    try {
      let chunk = given;
      for (let from = 0; from < length && this.#fault === null; ) {
        const read = await this.#context.pool.read(chunk, {length, from}, this.#order);
        const done = await this.#factsOf(read.reading);
        await before;
        if (this.#fault === null) this.#write(done);
        [chunk, from] = [read.chunk, read.reading.until];
      }
    } catch (fault) {
      this.#fault ??= fault;
    }
    await before;
  }

  async #factsOf(reading: ChunkReading): Promise<DoneLines> {
    const facts = await this.#context.pool.finish(reading, this.#order);
    this.#clients?.seeReaders(facts.readers);
    return {reading, facts};
  }

  #write({reading, facts}: DoneLines): void {
    const {rows, requests, firstSecond, lastSecond} = facts;
    this.#file.add(rows);
    for (const [reason, lines] of Object.entries(reading.refused))
      this.#quarantine.count(reason as RefusalReason, lines);
    for (const {row, text, ...refusal} of reading.inFull)
      this.#quarantine.keep(this.#linesBefore + row + 1, text, refusal);
    this.#linesBefore += reading.lines;
    this.#sum.lines += reading.lines;
    this.#sum.ignored += reading.ignored;
    this.#sum.requests += requests;
    if (firstSecond === null || lastSecond === null) return;
    const [first, last] = this.#span;
    this.#span = [Math.min(first ?? firstSecond, firstSecond), Math.max(last ?? lastSecond, lastSecond)];
  }
}
