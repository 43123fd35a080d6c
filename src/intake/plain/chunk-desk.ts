import {ChunkEncoder, type ChunkFacts, type ReadChunk} from "./chunk-encoder.ts";
import {type ChunkReading, ChunkScanner, type ReadingOrder} from "./chunk-scanner.ts";
import type {EncodeTask} from "./encode-thread.ts";
import type {TypedLine} from "./fact-columns.ts";
import type {LineTable} from "./line-table.ts";
import {QueueThread} from "./queue-thread.ts";
import type {ScanTask} from "./scan-thread.ts";

/** Fewer bytes are read before threads have started. */
const fewBytes = 1 << 22;

/** How many chunks are under way beside those that are being filled: one in each thread, and one before it. */
const chunksWaiting = 3;

/** Who reads chunks, and who turns what they say into facts. */
interface Staff {
  scan(task: ScanTask): Promise<ChunkReading>;
  encode(task: EncodeTask): Promise<ChunkFacts | null>;
  close(): Promise<void>;
}

/** Gives chunks to two threads, of which one reads them and the other makes facts; or does it here, where there is little. */
export class ChunkDesk {
  readonly #most: number;
  readonly #hire: () => Staff;
  #staff: Staff | null = null;
  #underway = 0;
  readonly #waiting: (() => void)[] = [];
  readonly #chunks: Uint8Array[] = [];
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
  async room(size: number): Promise<Uint8Array> {
    while (this.#underway === this.#most) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#underway++;
    return this.#chunks.pop() ?? new Uint8Array(new SharedArrayBuffer(size));
  }

  /** The chunk that memory was asked for is done with. */
  release(): void {
    this.#underway--;
    this.#waiting.shift()?.();
  }

  /** Reads a chunk. Its memory is the desk's again. */
  async read(chunk: Uint8Array, length: number, order: ReadingOrder): Promise<ChunkReading> {
    this.#staff ??= this.#hire();
    const reading = await this.#staff.scan({chunk, length, order, table: this.#tables.pop() ?? null});
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
    const facts = await this.#staff!.encode({chunk});
    this.#tables.push(table);
    return facts!;
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
    scan: async ({chunk, length, order, table}) => scanner.read(Buffer.from(chunk.buffer, 0, length), order, table),
    async encode(task) {
      if ("chunk" in task) return encoder.encode(task.chunk);
      encoder.learn(task.news);
      return null;
    },
    close: async () => {},
  };
}

function threadsWith(key: string): Staff {
  const scanner = new QueueThread<ChunkReading>("scan-thread");
  const encoder = new QueueThread<ChunkFacts>("encode-thread", key);
  return {
    scan: (task) => scanner.ask(task),
    async encode(task) {
      if ("chunk" in task) return encoder.ask(task);
      encoder.tell(task);
      return null;
    },
    async close() {
      await Promise.all([scanner.close(), encoder.close()]);
    },
  };
}
