import {type EncodedColumn, encodeNumbers} from "../../engine/parquet/column.ts";
import {factColumns, type TypedLine} from "./fact-columns.ts";
import {FactValues} from "./fact-values.ts";
import type {LineShape} from "./line-scanner.ts";
import type {LineTable} from "./line-table.ts";
import type {NewWords} from "./word-names.ts";

/** What the lines of a chunk say. */
export interface ReadChunk {
  readonly generation: number;
  readonly table: LineTable;
  readonly lines: number;
  readonly shape: LineShape;
  /** What its odd lines say, in the order in which they were told. */
  readonly odd: readonly TypedLine[];
}

/** The facts of a chunk: a row group. */
export interface ChunkFacts {
  readonly columns: readonly EncodedColumn[];
  readonly requests: number;
  readonly firstSecond: number | null;
  readonly lastSecond: number | null;
  /** Line, counted from 0, and place among the odd texts of each line that is no request. */
  readonly refused: readonly (readonly [number, number])[];
}

/** Turns what lines say into facts. What comes out does not depend on the chunks before. */
export class ChunkEncoder {
  readonly #key: string;
  /** The values of each generation of words, and how many chunks with such words are still to come. */
  readonly #generations = new Map<number, {readonly values: FactValues; chunks: number}>();

  /** @param key The workspace's. */
  constructor(key: string) {
    this.#key = key;
  }

  /** Learns the words of a chunk; once a chunk, in the order in which they were read. */
  learn(news: NewWords): void {
    const known = this.#generations.get(news.generation);
    const here = known ?? {values: new FactValues(this.#key), chunks: 0};
    if (!known) {
      for (const [generation, {chunks}] of this.#generations) if (chunks === 0) this.#generations.delete(generation);
      this.#generations.set(news.generation, here);
    }
    here.values.learn(news);
    here.chunks++;
  }

  /** The facts of a chunk whose words were learnt. */
  encode({generation, table, lines, shape, odd}: ReadChunk): ChunkFacts {
    const here = this.#generations.get(generation)!;
    here.chunks--;
    const refused: [number, number][] = [];
    const at = new Float64Array(lines);
    const bytes = new Float64Array(lines);
    let first = Number.POSITIVE_INFINITY;
    let last = Number.NEGATIVE_INFINITY;
    for (let row = 0; row < lines; row++) {
      let second = table.seconds[row]!;
      bytes[row] = table.bytes[row]!;
      const client = table.client[row]!;
      if (client < 0) {
        const line = odd[-1 - client]!;
        second = line.second ?? Number.NaN;
        bytes[row] = line.bytes ?? Number.NaN;
        if (line.second === null) refused.push([row, -1 - client]);
      }
      at[row] = second * 1e6;
      if (second < first) first = second;
      if (second > last) last = second;
    }
    const columns = here.values.encode(table, lines, odd, shape);
    columns.set("at", encodeNumbers(at)).set("bytes", encodeNumbers(bytes));
    const requests = lines - refused.length;
    return {
      columns: Object.keys(factColumns).map((name) => columns.get(name)!),
      requests,
      firstSecond: requests > 0 ? first : null,
      lastSecond: requests > 0 ? last : null,
      refused,
    };
  }
}
