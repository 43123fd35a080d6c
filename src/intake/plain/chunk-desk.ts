import {ChunkEncoder, type ChunkFacts, type ReadChunk} from "./chunk-encoder.ts";
import {type ChunkReading, ChunkScanner, type ReadingOrder} from "./chunk-scanner.ts";
import type {EncodeAnswer, EncodeTask} from "./encode-thread.ts";
import type {TypedLine} from "./fact-columns.ts";
import type {LineTable} from "./line-table.ts";
import {QueueThread} from "./queue-thread.ts";
import type {ScanAnswer, ScanTask} from "./scan-thread.ts";

/** Fewer bytes are read before threads have started. */
const fewBytes = 1 << 22;

/** How many chunks are under way beside those that are being filled: one in each thread, and one before it. */
const chunksWaiting = 3;

/** Who reads chunks, and who turns what they say into facts. */
interface Staff {
  scan(task: ScanTask): Promise<ScanAnswer>;
  encode(task: EncodeTask): Promise<EncodeAnswer | null>;
  close(): Promise<void>;
}

/** Gives chunks to two threads, of which one reads them and the other makes facts; or does it here, where there is little. */
export class ChunkDesk {
  readonly #most: number;
  readonly #hire: () => Staff;
  #staff: Staff | null = null;
  #underway = 0;
  readonly #waiting: (() => void)[] = [];
  readonly #chunks: Uint8Array<ArrayBuffer>[] = [];
  readonly #tables: LineTable[] = [];

  /**
   * @param key The workspace's.
   * @param bytes How much there is to be read, about.
   * @param inputsAtOnce How many inputs fill a chunk at the same time.
   */
  constructor(key: string, bytes: number, inputsAtOnce: number) {
    this.#hire = () => (bytes < fewBytes ? hereWith(key) : threadsWith(key));
    this.#most = chunksWaiting + inputsAtOnce;
  }

  /** Memory for a chunk of this size; waits while too much is under way. Goes back with {@link release}. */
  async room(size: number): Promise<Uint8Array<ArrayBuffer>> {
    while (this.#underway === this.#most) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#underway++;
    return this.#chunks.pop() ?? new Uint8Array(size);
  }

  /** The chunk that memory was asked for is done with. */
  release(): void {
    this.#underway--;
    this.#waiting.shift()?.();
  }

  /** Reads a chunk. Its memory is the desk's again, and gone where it was. */
  async read(given: Uint8Array<ArrayBuffer>, length: number, order: ReadingOrder): Promise<ChunkReading> {
    this.#staff ??= this.#hire();
    const task = {chunk: given, length, order, table: this.#tables.pop() ?? null};
    const {reading, chunk} = await this.#staff.scan(task);
    this.#chunks.push(chunk);
    // Words are learnt in the order in which they were read.
    await this.#staff.encode({news: reading.newWords});
    return reading;
  }

  /** The facts of a chunk that was read. @param odd What its odd lines say, in the order in which they were told. */
  async finish(
    {newWords, table, lines}: ChunkReading,
    odd: readonly TypedLine[],
    order: ReadingOrder,
  ): Promise<ChunkFacts> {
    const chunk: ReadChunk = {generation: newWords.generation, table, lines, odd, shape: order.shape};
    const answer = await this.#staff!.encode({chunk});
    this.#tables.push(answer!.table);
    return answer!.facts;
  }

  /** Lets everybody go, and the memory of the chunks: what comes after the reading needs it. */
  async close(): Promise<void> {
    await this.#staff?.close();
    this.#staff = null;
    this.#chunks.length = 0;
    this.#tables.length = 0;
  }
}

function hereWith(key: string): Staff {
  const scanner = new ChunkScanner();
  const encoder = new ChunkEncoder(key);
  return {
    async scan({chunk, length, order, table}) {
      return {reading: scanner.read(Buffer.from(chunk.buffer, 0, length), order, table), chunk};
    },
    async encode(task) {
      if ("chunk" in task) return {facts: encoder.encode(task.chunk), table: task.chunk.table};
      encoder.learn(task.news);
      return null;
    },
    close: async () => {},
  };
}

function threadsWith(key: string): Staff {
  const scanner = new QueueThread<ScanAnswer>("scan-thread");
  const encoder = new QueueThread<EncodeAnswer>("encode-thread", key);
  return {
    scan: (task) => scanner.ask(task, [task.chunk.buffer, ...(task.table ? [task.table.memory] : [])]),
    async encode(task) {
      if ("chunk" in task) return encoder.ask(task, [task.chunk.table.memory]);
      encoder.tell(task);
      return null;
    },
    async close() {
      await Promise.all([scanner.close(), encoder.close()]);
    },
  };
}
