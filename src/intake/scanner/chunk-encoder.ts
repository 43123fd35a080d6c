import {encodeNumbers} from "../../engine/parquet/column.ts";
import {type EncodeOrder, FactValues} from "./fact-values.ts";
import {InputTexts, type RowGroup, rowGroup} from "./input-texts.ts";
import type {LineTable} from "./line-table.ts";
import type {NewWords} from "./word-names.ts";

/** What the lines of a chunk say. */
export interface ReadChunk {
  /** One number an input. */
  readonly input: number;
  readonly generation: number;
  readonly table: LineTable;
  readonly lines: number;
  /** Is it asked who the readers are? */
  readonly tellsReaders: boolean;
}

/** The facts of a chunk. */
export interface ChunkFacts {
  readonly rows: RowGroup;
  readonly requests: number;
  readonly firstSecond: number | null;
  readonly lastSecond: number | null;
  /** Who the readers are, each at least once an input, as `namedReader` writes them; empty where nobody asks. */
  readonly readers: readonly string[];
}

/** Turns what lines say into facts. */
export class ChunkEncoder {
  readonly #order: EncodeOrder;
  /** The values of each generation of words, and how many chunks with such words are still to come. */
  readonly #generations = new Map<number, {readonly values: FactValues; chunks: number}>();
  readonly #inputs = new Map<number, InputTexts>();

  constructor(order: EncodeOrder) {
    this.#order = order;
  }

  /** Learns the words of a chunk; once a chunk, in the order in which they were read. */
  learn(news: NewWords): void {
    const known = this.#generations.get(news.generation);
    const here = known ?? {values: new FactValues(this.#order), chunks: 0};
    if (!known) {
      for (const [generation, {chunks}] of this.#generations) if (chunks === 0) this.#generations.delete(generation);
      this.#generations.set(news.generation, here);
    }
    here.values.learn(news);
    here.chunks++;
  }

  /** The facts of a chunk whose words were learnt. */
  encode({input, generation, table, lines, tellsReaders}: ReadChunk): ChunkFacts {
    const here = this.#generations.get(generation)!;
    here.chunks--;
    const {seconds, bytes} = table;
    let requests = 0;
    let first = Number.POSITIVE_INFINITY;
    let last = Number.NEGATIVE_INFINITY;
    for (let row = 0; row < lines; row++) {
      const second = seconds[row]!;
      if (Number.isNaN(second)) continue;
      requests++;
      if (second < first) first = second;
      if (second > last) last = second;
    }
    const texts = this.#textsOf(input);
    // Nothing stands in the row of a line that is no request.
    const columns =
      requests === 0
        ? new Map()
        : new Map([
            ...here.values.encodeClients(table, lines),
            ...texts.encode(here.values, table, lines),
            ["second", encodeNumbers(seconds.subarray(0, lines))] as const,
            ["bytes", encodeNumbers(bytes.subarray(0, lines))] as const,
          ]);
    return {
      rows: rowGroup(columns, lines),
      requests,
      firstSecond: requests > 0 ? first : null,
      lastSecond: requests > 0 ? last : null,
      readers: tellsReaders ? texts.newReaders(here.values, table, lines) : [],
    };
  }

  /** The texts that the facts of an input have numbers for; no chunk of it comes after. */
  end(input: number): RowGroup[] {
    const texts = this.#textsOf(input).takeTexts();
    this.#inputs.delete(input);
    return texts;
  }

  #textsOf(input: number): InputTexts {
    const known = this.#inputs.get(input) ?? new InputTexts();
    this.#inputs.set(input, known);
    return known;
  }
}
