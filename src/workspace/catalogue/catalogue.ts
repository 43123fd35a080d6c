import {existsSync} from "node:fs";
import {dirname, join} from "node:path";
import type {DatabaseSync} from "node:sqlite";
import {asWriteFault} from "../../base/write-fault.ts";
import {countByReason, mostInFull, type QuarantinedLine} from "../quarantined.ts";
import {type FileSeal, sealFile} from "../sealed-files.ts";
import {openCatalogueFile} from "./file.ts";
import {LeftOut} from "./left-out.ts";
import type {CatalogueAddition, InputRow, PartOfInput, PartRow, RefusedLines, SealedNamesRow} from "./rows.ts";
import {bringUpToDate, checkUpToDate} from "./schema.ts";
import {CatalogueSeals, damagedCatalogue} from "./seal.ts";

/** What the catalogue holds, row by row. */
export type {
  CatalogueAddition,
  InputRow,
  PartOfInput,
  PartRow,
  PartWithBooks,
  RefusedLines,
  SealedNamesRow,
} from "./rows.ts";

/** What was read into a workspace: the one place that says which facts count. */
export class Catalogue {
  readonly #database: DatabaseSync;
  /** Null where it is in memory alone. */
  readonly #seals: CatalogueSeals | null;
  readonly #path: string;
  /** What does not count, and why. */
  readonly leftOut = new LeftOut({
    all: <T>(sql: string) => this.#all<T>(sql),
    run: (sql, ...values) => this.#run(sql, ...values),
    inTransaction: (change) => this.#inTransaction(change),
  });

  private constructor(database: DatabaseSync, seals: CatalogueSeals | null, path: string) {
    this.#database = database;
    this.#seals = seals;
    this.#path = path;
  }

  /**
   * @param path Of its file in the store, or `:memory:`.
   * @param key The workspace's, where it is known: the store has to be written with it.
   * @throws {UserError} WORKSPACE_NEWER, WORKSPACE_DAMAGED, WORKSPACE_DENIED or DISK_FULL
   */
  static open(path: string, key: string | null = null): Catalogue {
    try {
      const {database, isReadOnly} = openCatalogueFile(path);
      if (isReadOnly) return Catalogue.#openToRead(database, path, key);
      database.exec(
        "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on",
      );
      const seals = new CatalogueSeals(database, path);
      bringUpToDate(database, path, seals);
      if (path === ":memory:") return new Catalogue(database, null, path);
      seals.check();
      if (key !== null) seals.checkKey(key, join(dirname(path), "key"));
      seals.watch();
      const catalogue = new Catalogue(database, seals, path);
      catalogue.#vouch(dirname(path));
      return catalogue;
    } catch (cause) {
      throw asWriteFault(cause, path) ?? damagedCatalogue((cause as Error).message, path);
    }
  }

  /** Nothing is brought up to date, noted or vouched for. */
  static #openToRead(database: DatabaseSync, path: string, key: string | null): Catalogue {
    checkUpToDate(database, path);
    const seals = new CatalogueSeals(database, path);
    seals.check();
    if (key !== null) seals.checkKey(key, join(dirname(path), "key"), {isReadOnly: true});
    return new Catalogue(database, seals, path);
  }

  /** Every input, in the order of what they hold. */
  inputs(): InputRow[] {
    return this.#all<InputRow>("select * from input order by firstSecond nulls last, name, sha256");
  }

  /** Inputs that a file with this head may be, or may be a continuation of. */
  inputsWithHead(head: string): InputRow[] {
    return this.#all<InputRow>("select * from input where head = ? or head = '' order by bytes desc", head);
  }

  /** Files of facts with requests from `fromSecond` until before `untilSecond`. */
  parts(fromSecond: number, untilSecond: number): PartRow[] {
    return this.#all<PartRow>(
      "select file, firstSecond, lastSecond, places, placesSource from part where lastSecond >= ? and firstSecond < ? order by firstSecond, file",
      fromSecond,
      untilSecond,
    );
  }

  /** Files of facts with requests from one second to another, both included, and of which inputs they are. */
  partsBetween(firstSecond: number, lastSecond: number): PartOfInput[] {
    return this.#all<PartOfInput>(
      `select file, part.firstSecond, part.lastSecond, places, placesSource, input, name from part join input on input.id = input
        where part.lastSecond >= ? and part.firstSecond <= ? order by input, part.rowid`,
      firstSecond,
      lastSecond,
    );
  }

  /** An input's files of facts, in the order in which it grew. */
  partsOf(input: number): PartRow[] {
    return this.#all<PartRow>(
      "select file, firstSecond, lastSecond, places, placesSource from part where input = ? order by rowid",
      input,
    );
  }

  /** Names of an input's files of facts, in the order in which it grew. */
  filesOf(input: number): string[] {
    return this.partsOf(input).map(({file}) => file);
  }

  /** Names of all files of facts that count. */
  files(): Set<string> {
    return new Set(this.#all<{file: string}>("select file from part").map(({file}) => file));
  }

  /** Names of all files of places that count. */
  placesFiles(): Set<string> {
    const rows = this.#all<{places: string}>("select places from part where places is not null");
    return new Set(rows.map(({places}) => places));
  }

  /**
   * Looks at every row and every page.
   *
   * @throws {UserError} WORKSPACE_DAMAGED
   */
  checkWhole(): void {
    this.#reading(() => this.#seals?.checkAll());
  }

  /** What its files held when they were written, by name. */
  seals(): Map<string, FileSeal> {
    return new Map(this.#all<FileSeal>("select name, bytes, sha256 from file").map((seal) => [seal.name, seal]));
  }

  /** Takes the hashes of files that nobody has taken them of: from now on they are known for what they hold now. */
  #vouch(store: string): void {
    const [facts, addresses] = [join(store, "facts"), join(store, "addresses")];
    const found = this.#all<{name: string; isBook: number}>(`
      select name, isBook from (
        select file as name, 0 as isBook from part
        union all select places, 0 from part where places is not null
        union all select file, 1 from book
      ) where name not in (select name from file)`);
    const seals = found.flatMap(({name, isBook}) => {
      const path = join(isBook ? addresses : facts, name);
      return existsSync(path) ? [sealFile(path, name)] : [];
    });
    if (seals.length > 0) this.#inTransaction(() => this.#seal(seals));
  }

  #seal(seals: readonly FileSeal[]): void {
    for (const {name, bytes, sha256} of seals) {
      this.#run("insert or replace into file values (?, ?, ?)", name, bytes, sha256);
    }
  }

  /** Forgets what files held that no row names any more. */
  #unseal(): void {
    this.#run(`delete from file where name not in (
      select file from part union all select places from part where places is not null union all select file from book)`);
  }

  /** Books of addresses of these months, and of all where none is named. */
  books(months: readonly string[] | null = null): SealedNamesRow[] {
    const rows = this.#all<SealedNamesRow>("select file, month, clients from book order by month, file");
    return months === null ? rows : rows.filter(({month}) => months.includes(month));
  }

  /** Books of the clients of one file of facts. */
  booksOf(part: string): SealedNamesRow[] {
    return this.#all<SealedNamesRow>("select file, month, clients from book where part = ? order by month, file", part);
  }

  /** Months whose addresses were dropped, with the day when. */
  closedMonths(): Map<string, string> {
    const rows = this.#all<{month: string; closedOn: string}>("select month, closedOn from closed order by month");
    return new Map(rows.map(({month, closedOn}) => [month, closedOn]));
  }

  /** Drops the addresses of months for good; those that were closed before stay as they are. */
  closeMonths(months: readonly string[], closedOn: string): void {
    this.#inTransaction(() => {
      for (const month of months) {
        this.#run("delete from book where month = ?", month);
        this.#run("insert or ignore into closed values (?, ?)", month, closedOn);
      }
      this.#unseal();
    });
  }

  /** How many lines of all inputs are no request, by reason. */
  refused(): (RefusedLines & {readonly input: number; readonly name: string})[] {
    return this.#all(
      "select input, name, reason, refused.lines from refused join input on input.id = input order by name, sha256, reason",
    );
  }

  /** How many lines of an input are no request, by reason. */
  refusedOf(input: number): Record<string, number> {
    const rows = this.#all<RefusedLines>("select reason, lines from refused where input = ? order by reason", input);
    return Object.fromEntries(rows.map(({reason, lines}) => [reason, lines]));
  }

  /** Lines that are no request and kept in full, of all inputs, in order. */
  quarantine(): (QuarantinedLine & {readonly input: number; readonly name: string})[] {
    this.#reading(() => this.#seals?.check(["quarantine"]));
    return this.#all(
      `select input, name, line, "column", reason, excerpt from quarantine join input on input.id = input order by name, sha256, line`,
    );
  }

  /** An input's lines that are no request and kept in full, in order. */
  quarantineOf(input: number): QuarantinedLine[] {
    return this.#all(`select line, "column", reason, excerpt from quarantine where input = ? order by line`, input);
  }

  /** Makes the addition count, in one transaction. @returns The input's number. */
  add({
    continues,
    input,
    part,
    books = [],
    moreParts = [],
    isReplacement,
    quarantined,
    refused,
    repeated = [],
    seals = [],
  }: CatalogueAddition): number {
    return this.#inTransaction(() => {
      const id = continues ? this.#update(continues.id, input) : this.#insert(input);
      if (isReplacement) this.#empty(id);
      if (part) this.#addPart(id, part, books);
      for (const more of moreParts) this.#addPart(id, more, more.books);
      this.#quarantine(id, quarantined, refused ?? countByReason(quarantined));
      this.leftOut.add(id, repeated);
      this.#seal(seals);
      if (isReplacement) this.#unseal();
      return id;
    });
  }

  #quarantine(id: number, lines: readonly QuarantinedLine[], counts: Readonly<Record<string, number>>): void {
    const known = this.quarantineOf(id);
    const reasons = new Set(known.map(({reason}) => reason));
    let left = mostInFull - known.length;
    for (const {line, column, reason, excerpt} of lines) {
      if (left <= 0 && reasons.has(reason)) continue;
      this.#run("insert into quarantine values (?, ?, ?, ?, ?)", id, line, column, reason, excerpt);
      reasons.add(reason);
      left--;
    }
    for (const [reason, count] of Object.entries(counts)) {
      const sql = "insert into refused values (?, ?, ?) on conflict do update set lines = lines + excluded.lines";
      this.#run(sql, id, reason, count);
    }
  }

  /**
   * Takes inputs out with all that is theirs; all of it counts no more, or all of it does.
   *
   * @returns Names of files that belong to nothing any more.
   */
  drop(inputs: readonly number[]): Set<string> {
    return this.#inTransaction(() => {
      const before = this.#namedFiles();
      for (const id of inputs) {
        this.#empty(id);
        this.#run("delete from input where id = ?", id);
      }
      this.#unseal();
      return before.difference(this.#namedFiles());
    });
  }

  /** Takes away all that is an input's. */
  #empty(id: number): void {
    this.#run("delete from book where part in (select file from part where input = ?)", id);
    for (const table of ["part", "quarantine", "refused", "repeated"]) {
      this.#run(`delete from ${table} where input = ?`, id);
    }
  }

  /** Says what files of a part hold that were written anew, and which books it has now; null where those stay. */
  mend(
    {file, places, placesSource}: PartRow,
    books: readonly SealedNamesRow[] | null,
    seals: readonly FileSeal[],
  ): void {
    this.#inTransaction(() => {
      this.#run("update part set places = ?, placesSource = ? where file = ?", places, placesSource, file);
      if (books !== null) {
        this.#run("delete from book where part = ?", file);
        for (const book of books) this.#addBook(file, book);
      }
      this.#unseal();
      this.#seal(seals);
    });
  }

  #namedFiles(): Set<string> {
    return new Set([...this.files(), ...this.placesFiles(), ...this.books().map(({file}) => file)]);
  }

  #inTransaction<T>(change: () => T): T {
    this.#database.exec("begin immediate");
    try {
      const result = change();
      this.#seals?.write();
      this.#database.exec("commit");
      return result;
    } catch (fault) {
      // Where the disk is full, SQLite may have rolled back by itself.
      if (this.#database.isTransaction) this.#database.exec("rollback");
      this.#seals?.forget();
      throw asWriteFault(fault, this.#path) ?? this.#asDamage(fault);
    }
  }

  close(): void {
    this.#database.close();
  }

  #insert(input: Omit<InputRow, "id">): number {
    const columns = Object.keys(input);
    const result = this.#database
      .prepare(`insert into input (${columns.join(", ")}) values (${columns.map(() => "?").join(", ")})`)
      .run(...Object.values(input));
    return Number(result.lastInsertRowid);
  }

  #update(id: number, input: Omit<InputRow, "id">): number {
    const columns = Object.keys(input).map((column) => `${column} = ?`);
    this.#run(`update input set ${columns.join(", ")} where id = ?`, ...Object.values(input), id);
    return id;
  }

  #addPart(
    input: number,
    {file, firstSecond, lastSecond, places, placesSource}: PartRow,
    books: readonly SealedNamesRow[],
  ): void {
    this.#run("delete from book where part = ?", file);
    for (const book of books) this.#addBook(file, book);
    this.#run(
      "insert or replace into part (file, input, firstSecond, lastSecond, places, placesSource) values (?, ?, ?, ?, ?, ?)",
      ...[file, input, firstSecond, lastSecond, places, placesSource],
    );
  }

  #addBook(part: string, {file, month, clients}: SealedNamesRow): void {
    this.#run("insert into book values (?, ?, ?, ?)", file, part, month, clients);
  }

  #run(sql: string, ...values: (string | number | null)[]): void {
    this.#database.prepare(sql).run(...values);
  }

  #all<T>(sql: string, ...values: (string | number | null)[]): T[] {
    return this.#reading(() => this.#database.prepare(sql).all(...values) as T[]);
  }

  #reading<T>(read: () => T): T {
    try {
      return read();
    } catch (fault) {
      throw this.#asDamage(fault);
    }
  }

  /** A file of SQLite's that is one no longer is no fault of ours. */
  #asDamage(fault: unknown): unknown {
    const {errcode, message} = fault as {errcode?: number; message: string};
    const isCorrupt = errcode !== undefined && corruptCodes.includes(errcode & 0xff);
    return isCorrupt ? damagedCatalogue(message, this.#path) : fault;
  }
}

/** SQLite's SQLITE_CORRUPT and SQLITE_NOTADB. */
const corruptCodes = [11, 26];
