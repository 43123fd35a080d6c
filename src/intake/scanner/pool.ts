import {QueueThread} from "../../base/threads/queue-thread.ts";
import {firstCapacity} from "./chunk-cutter.ts";
import {ChunkEncoder, type ChunkFacts, type ReadChunk} from "./chunk-encoder.ts";
import {type ChunkReading, ChunkScanner, type EndedScan, type ReadingOrder} from "./chunk-scanner.ts";
import type {EncodedChunk, EncodeTask, EndedInput} from "./encode-thread.ts";
import type {EncodeOrder} from "./fact-values.ts";
import type {RowGroup} from "./input-texts.ts";
import type {LineTable} from "./line-table.ts";
import type {ScanAnswer, ScannedInput, ScanTask} from "./scan-thread.ts";
import type {NewWords} from "./word-names.ts";

/** Fewer bytes are read before threads have started. */
const fewBytes = 1 << 22;

/** How many chunks are under way beside those that are being filled: one in each thread, and one before it. */
const chunksWaiting = 3;

/** How the facts of a chunk are to be made. */
export type FinishOrder = Pick<ReadChunk, "input" | "tellsReaders">;

/** Who reads chunks, and who turns what they say into facts. */
interface Workers {
  scan(task: ScanTask): Promise<ScanAnswer>;
  endScan(input: number): Promise<EndedScan>;
  learn(news: NewWords): void;
  encode(chunk: ReadChunk): Promise<EncodedChunk>;
  end(input: number): Promise<EndedInput>;
  close(): Promise<void>;
}

/** What is known of an input when all of it was read. */
export interface EndedReading extends EndedScan {
  readonly texts: readonly RowGroup[];
}

/** Gives chunks to two threads, of which one reads them and the other makes facts; or does it here, where there is little. */
export class ChunkPool {
  readonly #most: number;
  readonly #staff: Workers;
  #underway = 0;
  readonly #waiting: (() => void)[] = [];
  readonly #chunks: Uint8Array<ArrayBuffer>[] = [];
  readonly #tables: LineTable[] = [];

  /**
   * @param order What facts are made with.
   * @param bytes How much there is to be read, about.
   * @param inputsAtOnce How many inputs fill a chunk at the same time.
   */
  constructor(order: EncodeOrder, bytes: number, inputsAtOnce: number) {
    // Threads take a while to start; meanwhile the first input is looked at.
    this.#staff = bytes < fewBytes ? hereWith(order) : threadsWith(order);
    this.#most = chunksWaiting + inputsAtOnce;
  }

  /** Memory for a chunk; waits while too much is under way. Goes back with {@link release}. */
  async room(): Promise<Uint8Array<ArrayBuffer>> {
    while (this.#underway === this.#most) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#underway++;
    return this.#chunks.pop() ?? new Uint8Array(firstCapacity);
  }

  /** The chunk that memory was asked for is done with. */
  release(): void {
    this.#underway--;
    this.#waiting.shift()?.();
  }

  /**
   * Reads lines of a chunk, from one of them on; not all, where they are very many. The chunk's memory is gone where it was: it comes
   * back for the lines that are left, and is the pool's again when none are.
   */
  async read(
    given: Uint8Array<ArrayBuffer>,
    {length, from}: {readonly length: number; readonly from: number},
    order: ReadingOrder,
  ): Promise<{reading: ChunkReading; chunk: Uint8Array<ArrayBuffer>}> {
    const task = {chunk: given, length, from, order, table: this.#tables.pop() ?? null};
    const answer = await this.#staff.scan(task);
    if (answer.reading.until === length) this.#chunks.push(answer.chunk);
    // Words are learnt in the order in which they were read.
    this.#staff.learn(answer.reading.newWords);
    return answer;
  }

  /** The facts of a chunk that was read. */
  async finish({newWords, table, lines}: ChunkReading, order: FinishOrder): Promise<ChunkFacts> {
    const answer = await this.#staff.encode({generation: newWords.generation, table, lines, ...order});
    this.#tables.push(answer.table);
    return answer.facts;
  }

  /** The texts that the facts of an input have numbers for, and what its lines told together; nothing of it is read after. */
  async end(input: number): Promise<EndedReading> {
    const ended = await this.#staff.endScan(input);
    return {texts: (await this.#staff.end(input)).texts, ...ended};
  }

  /** Lets everybody go, and the memory of the chunks: what comes after the reading needs it. */
  async close(): Promise<void> {
    await this.#staff.close();
    // Given back at once: the collector would wait until there is too much of it.
    for (const {buffer} of this.#chunks.splice(0)) buffer.transfer(0);
    for (const {memory} of this.#tables.splice(0)) memory.transfer(0);
  }
}

function hereWith(facts: EncodeOrder): Workers {
  const scanner = new ChunkScanner({hasQuery: facts.query !== null});
  const encoder = new ChunkEncoder(facts);
  return {
    async scan({chunk, length, from, order, table}) {
      return {reading: scanner.read(Buffer.from(chunk.buffer, 0, length), order, table, from), chunk};
    },
    endScan: async (input) => scanner.end(input),
    learn: (news) => encoder.learn(news),
    encode: async (chunk) => ({facts: encoder.encode(chunk), table: chunk.table}),
    end: async (input) => ({texts: encoder.end(input)}),
    close: async () => {},
  };
}

function threadsWith(facts: EncodeOrder): Workers {
  const scanner = new QueueThread<ScanTask | ScannedInput, ScanAnswer | EndedScan>("scan-thread", import.meta.url, {
    hasQuery: facts.query !== null,
  });
  const encoder = new QueueThread<EncodeTask, EncodedChunk | EndedInput>("encode-thread", import.meta.url, facts);
  return {
    scan: (task) => scanner.ask(task, [task.chunk.buffer, ...(task.table ? [task.table.memory] : [])]),
    endScan: (input) => scanner.ask({ended: input}, []),
    learn: (news) => encoder.tell({news}),
    encode: (chunk) => encoder.ask({chunk}, [chunk.table.memory]),
    end: (input) => encoder.ask({ended: input}, []),
    async close() {
      await Promise.all([scanner.close(), encoder.close()]);
    },
  };
}
