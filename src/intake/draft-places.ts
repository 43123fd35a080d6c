import {randomUUID} from "node:crypto";
import {rmSync} from "node:fs";
import {join} from "node:path";
import {canonicalClient} from "../base/address.ts";
import type {TableWriter} from "../engine/contract.ts";
import {type DuckDbEngine, quoteText} from "../engine/duckdb.ts";
import {readerId} from "../workspace/reader-id.ts";
import type {Workspace} from "../workspace/workspace.ts";
import {ClientWords, wordsOf} from "./client-words.ts";
import type {LogFormat} from "./format.ts";
import {clientNamesSql} from "./parse-sql.ts";
import {pickLines} from "./pick-lines.ts";
import type {Place} from "./place-record.ts";
import type {PlaceFinder} from "./places.ts";
import type {Packing} from "./scan.ts";

/** What places are found with. */
export interface DraftPlacesContext {
  readonly engine: DuckDbEngine;
  readonly workspace: Workspace;
  readonly format: LogFormat;
  /** The input's first lines: where in a line the client stands is told by them. */
  readonly beginning: readonly string[];
}

/** Where the lines are. */
interface PackedLog {
  readonly path: string;
  readonly packing: Packing;
  /** See `Scan`. */
  readonly marks: readonly number[];
}

/** How many names are remembered as looked up; of more some are looked up again. */
const mostRemembered = 1 << 16;

/** How many lines are picked in one go through the log, and how much of their text is looked at together. */
const [linesAtOnce, textAtOnce] = [1_000_000, 1 << 22];

/** More lines, or longer ones, say no more about where the client stands. */
const [linesAsked, longestAsked] = [50, 1000];

const shapes = {
  found: {reader: "ubigint", place: "integer"},
  place: {place: "integer", country: "text", region: "text", city: "text"},
} as const;

/**
 * Where the readers of an input are: looked up while its addresses are there, kept under the readers' numbers.
 *
 * Most clients are found by their place in the line, in bytes that are being read anyway. Whether those were all is told
 * by the facts; of a reader who is missing, a line is looked at exactly.
 */
export class DraftPlaces {
  /** To be shown the lines while they are read; null where the client is no word of the line. */
  readonly words: ClientWords | null;
  readonly #context: DraftPlacesContext;
  readonly #finder: PlaceFinder;
  readonly #tables: Readonly<Record<"reader" | "found" | "more" | "place", string>>;
  /** Names that were looked up, where a name is written in many ways. */
  readonly #looked = new Set<string>();
  /** The places found so far, by what they are; each has its number. */
  readonly #places = new Map<string, {readonly number: number; readonly place: Place}>();
  #writer: TableWriter | null = null;

  private constructor(finder: PlaceFinder, context: DraftPlacesContext, wordsBefore: number | null) {
    this.#context = context;
    this.#finder = finder;
    const id = randomUUID().replaceAll("-", "");
    this.#tables = {reader: `reader_${id}`, found: `found_${id}`, more: `more_${id}`, place: `place_${id}`};
    this.words = wordsBefore === null ? null : new ClientWords(wordsBefore, (word) => this.#see(word));
  }

  static async open(finder: PlaceFinder, context: DraftPlacesContext): Promise<DraftPlaces> {
    const places = new DraftPlaces(finder, context, await wordsBeforeClient(context));
    await places.#begin(places.#tables.found);
    return places;
  }

  /**
   * Writes where the readers of these facts are, one row a reader, and says into which file.
   *
   * @param facts The file of facts that the log's lines gave.
   */
  async write(facts: string, log: PackedLog): Promise<string> {
    const {engine, workspace} = this.#context;
    const {reader, place} = this.#tables;
    await engine.run(`create table ${reader} as
      select reader, min(file_row_number) + 1 as line
      from read_parquet(${quoteText(facts)}, file_row_number = true)
      where "at" is not null
      group by reader`);
    this.#end();
    const found = [this.#tables.found];
    if (await this.#lookUpMissing(log)) found.push(this.#tables.more);
    const writer = await engine.table(place, shapes.place);
    for (const {number, place} of this.#places.values()) {
      writer.add([[number, place.country, place.region, place.city]]);
    }
    writer.close();
    const file = join(workspace.store.work, `${randomUUID()}.parquet`);
    try {
      // Sorted: the same input gives the same file.
      await engine.run(`copy (
          select reader, country, region, city
          from (select reader, min(place) as place
            from ${reader}
            left join (${found.map((table) => `from ${table}`).join(" union all ")}) using (reader)
            group by reader)
          left join ${place} using (place)
          order by reader)
        to ${quoteText(file)} (format parquet, compression zstd, parquet_version v2)`);
      return file;
    } catch (fault) {
      rmSync(file, {force: true});
      throw fault;
    }
  }

  /** Forgets what was collected. */
  async close(): Promise<void> {
    this.#end();
    const drops = Object.values(this.#tables).map((table) => `drop table if exists ${table}`);
    await this.#context.engine.run(drops.join("; "));
  }

  async #begin(table: string): Promise<void> {
    this.#writer = await this.#context.engine.table(table, shapes.found);
  }

  #end(): void {
    this.#writer?.close();
    this.#writer = null;
  }

  /** Words are seen once, but for very many; the name of one may be that of others. */
  #see(word: string): void {
    const name = canonicalClient(word);
    if (name === word) this.#lookUp(name);
    else this.#lookUpOnce(name);
  }

  #lookUpOnce(name: string): void {
    if (this.#looked.has(name)) return;
    if (this.#looked.size === mostRemembered) this.#looked.clear();
    this.#looked.add(name);
    this.#lookUp(name);
  }

  #lookUp(name: string): void {
    const number = this.#numberOf(this.#finder.find(name));
    this.#writer?.add([[readerId(name, this.#context.workspace.key), number]]);
  }

  #numberOf(place: Place): number {
    const key = `${place.country}\n${place.region}\n${place.city}`;
    const known = this.#places.get(key);
    if (known) return known.number;
    const number = this.#places.size;
    this.#places.set(key, {number, place});
    return number;
  }

  /** Looks up the client of the first line of each reader that was not among the words. @returns Were there any? */
  async #lookUpMissing({path, packing, marks}: PackedLog): Promise<boolean> {
    for (let after = 0; ; ) {
      const lines = await this.#missingLines(after);
      if (lines.length === 0) break;
      if (after === 0) await this.#begin(this.#tables.more);
      after = lines.at(-1)!;
      let texts: string[] = [];
      let length = 0;
      for await (const {text} of pickLines(path, packing, lines, marks)) {
        texts.push(text);
        length += text.length;
        if (length < textAtOnce) continue;
        await this.#lookUpClientsOf(texts);
        texts = [];
        length = 0;
      }
      if (texts.length > 0) await this.#lookUpClientsOf(texts);
    }
    const hasBegun = this.#writer !== null;
    this.#end();
    return hasBegun;
  }

  /** The first lines of readers that were not among the words, of those after a line; so many as are picked in one go. */
  async #missingLines(after: number): Promise<number[]> {
    const {reader, found} = this.#tables;
    const lines: number[] = [];
    await this.#context.engine.numbers(
      `select line from ${reader} anti join ${found} using (reader) where line > ${after} order by line limit ${linesAtOnce}`,
      (some) => {
        for (const line of some) lines.push(line);
      },
    );
    return lines;
  }

  async #lookUpClientsOf(lines: readonly string[]): Promise<void> {
    const {engine, format} = this.#context;
    const sql = clientNamesSql(format, "(select unnest(string_split($lines, chr(10))) as line)");
    for (const {name} of await engine.rows(sql, {lines: lines.join("\n")})) {
      if (typeof name === "string" && name !== "") this.#lookUpOnce(name);
    }
  }
}

/** How many words stand before the client in most lines; null where it is none of the words. */
async function wordsBeforeClient({engine, format, beginning}: DraftPlacesContext): Promise<number | null> {
  const lines = beginning.filter(({length}) => length <= longestAsked).slice(0, linesAsked);
  const group = format.exact.groups.indexOf("client") + 1;
  // JavaScript's expressions go back and try again: on a hostile line, for minutes.
  const rows = await engine.rows(
    `select regexp_extract(line, ${quoteText(format.exact.pattern)}, ${group}) as client
    from (select unnest(string_split($lines, chr(10))) as line)`,
    {lines: lines.join("\n")},
  );
  const counts: number[] = [];
  for (const [place, line] of lines.entries()) {
    const client = rows[place]?.["client"];
    const before = client ? wordsOf(line).indexOf(String(client)) : -1;
    if (before !== -1) counts[before] = (counts[before] ?? 0) + 1;
  }
  const most = Math.max(0, ...counts.filter(Boolean));
  return most > 0 ? counts.indexOf(most) : null;
}
