import {type EncodedColumn, encodeWords} from "../../engine/parquet/column.ts";
import type {Word} from "../../engine/parquet/word-store.ts";
import {clientColumns, factColumns, idsOfClient, pathOf, siteOf, type TypedLine} from "./fact-columns.ts";
import type {LineShape} from "./line-scanner.ts";
import type {LineTable} from "./line-table.ts";
import {ValueColumn} from "./value-column.ts";
import type {NewWords} from "./word-names.ts";

/** A column of facts that words fill. */
type ColumnName = (typeof clientColumns)[number] | "method" | "path" | "status" | "site" | "agent" | "host";

/** The values that the words of lines lead to: each word is looked into once. */
export class FactValues {
  readonly #key: string;
  readonly #columns: Readonly<Record<ColumnName, ValueColumn>>;
  readonly #known = new Map<ColumnName, number>();

  /** @param key The workspace's. */
  constructor(key: string) {
    this.#key = key;
    const column = (name: ColumnName): ValueColumn => new ValueColumn(factColumns[name]);
    this.#columns = {
      reader: column("reader"),
      address: column("address"),
      network48: column("network48"),
      network32: column("network32"),
      method: column("method"),
      path: column("path"),
      status: column("status"),
      site: column("site"),
      agent: column("agent"),
      host: column("host"),
    };
    for (let status = 0; status < 1000; status++) this.#columns.status.learn(status, status);
  }

  /** Looks into new words. */
  learn({words}: NewWords): void {
    const {client, host, method, path, referrer, agent} = words;
    const ids = client.map((word) => idsOfClient(word, this.#key));
    for (const [place, name] of clientColumns.entries()) {
      this.#learn(
        name,
        ids.map((of) => of[place]!),
      );
    }
    this.#learn("host", host);
    this.#learn("method", method);
    this.#learn("path", path.map(pathOf));
    this.#learn("site", referrer.map(siteOf));
    this.#learn("agent", agent);
  }

  /** The columns of the table that hold words, as they stand in the file. */
  encode(
    table: LineTable,
    lines: number,
    odd: readonly TypedLine[],
    {hasHost, hasOrigin}: LineShape,
  ): Map<string, EncodedColumn> {
    const none = new Int32Array(lines);
    const words: Readonly<Record<ColumnName, Int32Array>> = {
      reader: table.client,
      address: table.client,
      network48: table.client,
      network32: table.client,
      method: table.method,
      path: table.path,
      status: table.status,
      site: hasOrigin ? table.referrer : none,
      agent: hasOrigin ? table.agent : none,
      host: hasHost ? table.host : none,
    };
    const names = Object.keys(words) as ColumnName[];
    return new Map(
      names.map((name) => {
        const values = odd.map((line): Word | null => line[name]);
        return [name, encodeWords(this.#columns[name].fill(words[name], lines, table.client, values))];
      }),
    );
  }

  #learn(name: ColumnName, values: readonly (Word | null)[]): void {
    const column = this.#columns[name];
    let word = this.#known.get(name) ?? 0;
    for (const value of values) column.learn(++word, value);
    this.#known.set(name, word);
  }
}
