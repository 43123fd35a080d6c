import {createHmac, hash} from "node:crypto";
import type {DatabaseSync, SQLInputValue} from "node:sqlite";
import {UserError} from "../../base/error.ts";

/** The tables that figures rest on; they are looked at whenever a catalogue is opened. */
const figureTables = ["input", "part", "book", "closed", "refused", "file", "repeated", "unread"] as const;

/** Looked at when its lines are asked for: it may be long. */
const allTables = [...figureTables, "quarantine"] as const;

/** A table whose rows are sealed. */
export type SealedTable = (typeof allTables)[number];

/**
 * A sum over the rows of each table, kept beside them: a bit that flipped in a row, or a row that is gone, shows.
 *
 * The sum is of a hash of each row, so that it can be kept up by what is added and taken away, and the order of the rows means
 * nothing. It is against accidents: who can write the catalogue can write the sum.
 */
export class CatalogueSeals {
  readonly #database: DatabaseSync;
  readonly #path: string;
  /** What the transaction that is going on adds to the sums. */
  readonly #pending = new Map<SealedTable, bigint>();

  /** @param path Where the catalogue is. */
  constructor(database: DatabaseSync, path: string) {
    this.#database = database;
    this.#path = path;
    database.exec("pragma recursive_triggers = on");
    database.function("row_digest", {varargs: true, useBigIntArguments: true}, (...values) => digestOf(values));
    database.function("note_row", {varargs: true, useBigIntArguments: true}, (sign, ...values) => {
      const table = values[0] as SealedTable;
      this.#pending.set(table, (this.#pending.get(table) ?? 0n) + (sign as bigint) * digestOf(values));
      return null;
    });
  }

  /** Does the catalogue have sums? One that an earlier Broadsheet wrote has none. */
  get areThere(): boolean {
    return this.#database.prepare("select 1 from sqlite_master where name = 'seal'").get() !== undefined;
  }

  /** From now on what happens to the rows is noted. */
  watch(): void {
    for (const table of allTables) {
      for (const [event, row, sign] of events) {
        const columns = this.#columnsOf(table).map((column) => `${row}."${column}"`);
        this.#database.exec(`create temp trigger ${table}_${event}_${row} after ${event} on main.${table}
          begin select note_row(${sign}, '${table}', ${columns.join(", ")}); end`);
      }
    }
  }

  /** Writes what was noted, as the last thing that a transaction does. */
  write(): void {
    for (const [table, change] of this.#pending) {
      const sum = BigInt(this.#read(table) ?? 0n) + change;
      this.#put(table, String(BigInt.asUintN(64, sum)));
    }
    this.#pending.clear();
  }

  /** Forgets what was noted, where the transaction came to nothing. */
  forget(): void {
    this.#pending.clear();
  }

  /** Sums up all rows anew; for tables that have just been made or changed. */
  sumUp(): void {
    for (const table of allTables) this.#put(table, this.#sumOf(table));
  }

  /**
   * Are the rows those that were written?
   *
   * @throws {UserError} WORKSPACE_DAMAGED where they are not.
   */
  check(tables: readonly SealedTable[] = figureTables): void {
    // One look, while others may write.
    const isAlone = !this.#database.isTransaction;
    if (isAlone) this.#database.exec("begin");
    try {
      for (const table of tables) this.#checkTable(table);
    } finally {
      if (isAlone && this.#database.isTransaction) this.#database.exec("commit");
    }
  }

  /** The same of the tables that an earlier Broadsheet summed up, before they are changed. */
  checkKnown(): void {
    this.check(figureTables.filter((table) => this.#read(table) !== null));
  }

  /** The same of all tables, and of what lies between them. */
  checkAll(): void {
    this.check(allTables);
    this.#checkIntegrity("pragma integrity_check");
  }

  #checkIntegrity(pragma: string): void {
    for (const row of this.#database.prepare(pragma).all()) {
      const said = String(Object.values(row)[0]);
      if (said !== "ok") throw damagedCatalogue(said.split("\n")[0]!, this.#path);
    }
  }

  #checkTable(table: SealedTable): void {
    this.#checkIntegrity(`pragma integrity_check(${table})`);
    if (this.#read(table) !== this.#sumOf(table)) {
      throw damagedCatalogue(`rows of its table ${table} are not what was written`, this.#path);
    }
  }

  /**
   * Is this the key that the store was written with? Where nobody has said so far, it is from now on.
   *
   * @param where The file that holds it.
   * @throws {UserError} WORKSPACE_DAMAGED
   */
  checkKey(key: string, where: string, {isReadOnly = false} = {}): void {
    const own = createHmac("sha256", Buffer.from(key, "hex")).update("broadsheet key of the store").digest("hex");
    const known = this.#read("key");
    if (known === null && isReadOnly) return;
    if (known === null) this.#put("key", own);
    else if (known !== own) throw otherKey(where);
  }

  #sumOf(table: SealedTable): string {
    const columns = this.#columnsOf(table).map((column) => `"${column}"`);
    const rows = this.#database.prepare(`select row_digest('${table}', ${columns.join(", ")}) as digest from ${table}`);
    rows.setReadBigInts(true);
    let sum = 0n;
    for (const row of rows.iterate()) sum += row["digest"] as bigint;
    return String(BigInt.asUintN(64, sum));
  }

  #columnsOf(table: SealedTable): string[] {
    return this.#database
      .prepare(`pragma table_info(${table})`)
      .all()
      .map((row) => String(row["name"]));
  }

  #read(name: string): string | null {
    const row = this.#database.prepare("select value from seal where name = ?").get(name);
    return row === undefined ? null : String(row["value"]);
  }

  #put(name: string, value: string): void {
    this.#database.prepare("insert or replace into seal values (?, ?)").run(name, value);
  }
}

const events = [
  ["insert", "new", 1],
  ["update", "old", -1],
  ["update", "new", 1],
  ["delete", "old", -1],
] as const;

function digestOf(values: readonly SQLInputValue[]): bigint {
  const text = JSON.stringify(values, (_, value: unknown) => (typeof value === "bigint" ? Number(value) : value));
  return BigInt.asIntN(64, BigInt(`0x${hash("sha256", text, "hex").slice(0, 16)}`));
}

/** The fault of a catalogue that is not what was written. */
export function damagedCatalogue(said: string, path: string): UserError {
  return new UserError(
    "WORKSPACE_DAMAGED",
    `the catalogue cannot be opened (${said})`,
    "bring it back from a backup and ingest the logs since, or move store/ away and ingest all logs again",
    path,
  );
}

function otherKey(where: string): UserError {
  return new UserError(
    "WORKSPACE_DAMAGED",
    "the key is not the one that the store was written with: its readers would be others",
    "bring store/key back from the backup that the rest of store/ is of",
    where,
  );
}
