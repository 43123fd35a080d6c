import type {Params, Row, Shape, TableWriter} from "./values.ts";

/**
 * Where logs are read into: files of facts, and what is worked out on the way to them.
 *
 * What a statement says is Broadsheet's own, in DuckDB's SQL; never with text from a log in it.
 */
export interface FactStore {
  /** A path as a literal for a statement: it means that file, whatever its folders are called. */
  file(path: string): string;
  /** The relation that the rows of Parquet files are together, by literals of their paths; one may lack a column of another. */
  parquet(files: readonly string[]): string;
  /**
   * The relation that the lines of a file of facts are, with their texts, as they were read.
   *
   * One row a line, `line` counted from 1; of a line that is no request `at` is null.
   */
  linesOf(path: string): Promise<string>;
  /** How many lines has a file of facts? */
  countLines(path: string): Promise<number>;
  run(sql: string, params?: Params): Promise<void>;
  rows(sql: string, params?: Params): Promise<Row[]>;
  /** Calls `see` with what a statement answers with, one text a row, batch by batch. */
  texts(sql: string, see: (texts: readonly string[]) => void): Promise<void>;
  /** Makes a table for what is worked out meanwhile; `add` it rows and `close` it. */
  draftTable(name: string, shape: Shape): Promise<TableWriter>;
  /** How much of the statement that is running is done, from 0 to 1. */
  readonly shareDone: number;
  /** A second way in, for statements that run beside others. */
  beside(): Promise<FactStore>;
  close(): Promise<void>;
}
