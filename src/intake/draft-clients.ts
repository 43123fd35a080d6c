import {randomUUID} from "node:crypto";
import type {DuckDbEngine} from "../engine/duckdb.ts";
import {parquetSql} from "../engine/duckdb-paths.ts";
import {quoteText} from "../engine/quote-text.ts";
import type {Workspace} from "../workspace/workspace.ts";
import {ClientWords, wordsOf} from "./client-words.ts";
import type {LogFormat} from "./format.ts";
import {linesInText} from "./lines.ts";
import {namedReadersSql} from "./named-reader.ts";
import {clientNamesSql} from "./parse-sql.ts";
import {pickLines} from "./pick-lines.ts";
import {readerSql} from "./reader-sql.ts";
import type {Packing} from "./scan.ts";

/** What clients are found with. */
export interface DraftClientsContext {
  readonly engine: DuckDbEngine;
  readonly workspace: Workspace;
  readonly format: LogFormat;
  /** The input's first lines: where in a line the client stands is told by them. */
  readonly beginning: readonly string[];
}

/** Where the lines are. */
export interface PackedLog {
  readonly path: string;
  readonly packing: Packing;
  /** See `Scan`. */
  readonly marks: readonly number[];
}

/** How many words go to the engine together. */
const wordsAtOnce = 1 << 14;

/** How many lines are picked in one go through the log, and how much of their text is looked at together. */
const [linesAtOnce, textAtOnce] = [1_000_000, 1 << 22];

/** More lines, or longer ones, say no more about where the client stands. */
const [linesAsked, longestAsked] = [50, 1000];

/**
 * Who the readers of an input are, by name: known while its lines are read, and forgotten when the draft is done.
 *
 * Most clients are found by their place in the line, in bytes that are being read anyway. Whether those were all is told
 * by the facts; of a reader who is missing, a line is looked at exactly.
 */
export class DraftClients {
  /** To be shown the lines while they are read; null where the client is no word of the line. */
  readonly words: ClientWords | null;
  readonly #context: DraftClientsContext;
  readonly #tables: Readonly<Record<"seen" | "reader" | "client", string>>;
  #waiting: string[] = [];
  #waitingReaders: string[] = [];
  #waitingLines: string[] = [];
  #waitingLength = 0;
  /** What is being sent to the engine; one statement after the other. */
  #sent: Promise<void>;

  private constructor(context: DraftClientsContext, wordsBefore: number | null) {
    this.#context = context;
    const id = randomUUID().replaceAll("-", "");
    this.#tables = {seen: `seen_${id}`, reader: `reader_${id}`, client: `client_${id}`};
    this.words = wordsBefore === null ? null : new ClientWords(wordsBefore, (word) => this.see(word));
    this.#sent = context.engine.run(`create table ${this.#tables.seen} (reader ubigint, name varchar)`);
  }

  static async open(context: DraftClientsContext): Promise<DraftClients> {
    return new DraftClients(context, await wordsBeforeClient(context));
  }

  /**
   * Finds the name of every reader of these facts, and says in which table: `reader`, `name`, `span`, one row a reader and
   * span of time. The name is null where it could not be found.
   *
   * @param facts The file of facts that the log's lines gave.
   * @param span SQL over a row of facts: in which span of time is it?
   * @param log Where to look for readers who are missing; null where every client was seen.
   */
  async complete(facts: string, span: string, log: PackedLog | null): Promise<string> {
    const {engine} = this.#context;
    const {seen, reader, client} = this.#tables;
    this.#send();
    this.#sendReaders();
    this.#sendLines();
    await this.#sent;
    await engine.run(`create table ${reader} as
      select reader, ${span} as span, min(file_row_number) + 1 as line
      from ${parquetSql(engine.file(facts), {isNumbered: true})}
      where second is not null
      group by all`);
    if (log) await this.#findMissing(log);
    // Two names of one number are as good as none: the same one is taken each time.
    await engine.run(`create table ${client} as
      select reader, name, span from ${reader}
      left join (select reader, min(name) as name from ${seen} group by reader) using (reader)`);
    return client;
  }

  /** Forgets what was collected. */
  async close(): Promise<void> {
    this.#waiting = [];
    this.#waitingReaders = [];
    this.#waitingLines = [];
    await this.#sent.catch(() => {});
    const drops = Object.values(this.#tables).map((table) => `drop table if exists ${table}`);
    await this.#context.engine.run(drops.join("; "));
  }

  /** Takes a client as the log writes it; each is seen once, but for very many. */
  see(word: string): void {
    // The engine takes a text to end there; a line with it is looked at exactly.
    if (word.includes("\0")) return;
    this.#waiting.push(word);
    if (this.#waiting.length === wordsAtOnce) this.#send();
  }

  /** Takes readers who are known with their numbers, as `namedReader` writes them. */
  seeReaders(readers: readonly string[]): void {
    for (const reader of readers) this.#waitingReaders.push(reader);
    if (this.#waitingReaders.length >= wordsAtOnce) this.#sendReaders();
  }

  /** Takes lines whose clients the exact expression finds. */
  seeIn(lines: readonly string[]): void {
    for (const line of lines) {
      this.#waitingLines.push(line);
      this.#waitingLength += line.length;
      if (this.#waitingLength >= textAtOnce) this.#sendLines();
    }
  }

  #sendLines(): void {
    if (this.#waitingLines.length === 0) return;
    this.#addLater(clientNamesSql(this.#context.format, linesInText), this.#waitingLines);
    this.#waitingLines = [];
    this.#waitingLength = 0;
  }

  #send(): void {
    if (this.#waiting.length === 0) return;
    this.#addLater(`select client_name(line) as name from ${linesInText}`, this.#waiting);
    this.#waiting = [];
  }

  #sendReaders(): void {
    if (this.#waitingReaders.length === 0) return;
    this.#insertLater(namedReadersSql(linesInText), this.#waitingReaders);
    this.#waitingReaders = [];
  }

  #addLater(names: string, texts: readonly string[]): void {
    this.#insertLater(this.#hashed(names), texts);
  }

  #insertLater(readers: string, texts: readonly string[]): void {
    const lines = texts.join("\n");
    this.#sent = this.#sent.then(() => this.#insert(readers, lines));
    // Told when it is waited for.
    this.#sent.catch(() => {});
  }

  /** SQL of the readers whose names a statement finds. */
  #hashed(names: string): string {
    return `select ${readerSql("name", this.#context.workspace.key)} as reader, name from (${names})`;
  }

  async #insert(readers: string, lines: string): Promise<void> {
    await this.#context.engine.run(`insert into ${this.#tables.seen} from (${readers}) where name <> ''`, {lines});
  }

  /** Looks at the first line of each reader that was not among the words. */
  async #findMissing({path, packing, marks}: PackedLog): Promise<void> {
    const exact = clientNamesSql(this.#context.format, linesInText);
    for (let after = 0; ; ) {
      const lines = await this.#missingLines(after);
      if (lines.length === 0) return;
      after = lines.at(-1)!;
      let texts: string[] = [];
      let length = 0;
      for await (const {text} of pickLines(path, packing, lines, marks)) {
        texts.push(text);
        length += text.length;
        if (length < textAtOnce) continue;
        await this.#insert(this.#hashed(exact), texts.join("\n"));
        texts = [];
        length = 0;
      }
      if (texts.length > 0) await this.#insert(this.#hashed(exact), texts.join("\n"));
    }
  }

  /** The first lines of readers that were not seen, of those after a line; so many as are picked in one go. */
  async #missingLines(after: number): Promise<number[]> {
    const {reader, seen} = this.#tables;
    const lines: number[] = [];
    await this.#context.engine.numbers(
      `select line from ${reader} anti join ${seen} using (reader) where line > ${after} order by line limit ${linesAtOnce}`,
      (some) => {
        for (const line of some) lines.push(line);
      },
    );
    return lines;
  }
}

/** How many words stand before the client in most lines; null where it is none of the words. */
async function wordsBeforeClient({engine, format, beginning}: DraftClientsContext): Promise<number | null> {
  const lines = beginning.filter(({length}) => length <= longestAsked).slice(0, linesAsked);
  const group = format.exact.groups.indexOf("client") + 1;
  // JavaScript's expressions go back and try again: on a hostile line, for minutes.
  const rows = await engine.rows(
    `select regexp_extract(line, ${quoteText(format.exact.pattern)}, ${group}) as client
    from ${linesInText}`,
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
