import {chmodSync, closeSync, copyFileSync, existsSync, openSync} from "node:fs";
import {constants, DatabaseSync, type SQLInputValue, type StatementSync} from "node:sqlite";
import {UserError} from "../base/error.ts";
import {refuseLinks} from "../base/own-files.ts";
import {asWriteFault} from "../base/write-fault.ts";
import {checkPrivate} from "./private-file.ts";

type Values = Readonly<Record<string, SQLInputValue>>;

/** A file of SQLite for its owner alone, open. Every fault of the disk is told as one. */
export interface PrivateDatabase<Question extends string> {
  one<Row>(question: Question, values?: Values): Row | undefined;
  all<Row>(question: Question, values?: Values): Row[];
  /** @returns How many rows were changed, and the number of the last that was added. */
  change(question: Question, values?: Values): {readonly rows: number; readonly id: number};
  /** Does it whole or not at all; within another it is part of that. */
  whole<T>(act: () => T): T;
  /** Brings what waits in the file beside it into the file, so that nothing deleted stays there. @returns false where somebody reads meanwhile. */
  settle(): boolean;
  close(): void;
}

/** What a file is, and how its faults are told. */
export interface DatabaseKind<Question extends string> {
  /** What brings the file from each version to the next: the first makes it, from nothing. */
  readonly migrations: readonly string[];
  /** All that is asked and written, by name. */
  readonly questions: Readonly<Record<Question, string>>;
  /** SQLite's `application_id`: what else is of SQLite is somebody's, and stays. */
  readonly applicationId: number;
  /** As "the accounts of the desk". */
  readonly what: string;
  /** What to do where others could read it, and where it is damaged. */
  readonly help: {readonly exposed: string; readonly damaged: string};
}

/** The command line and the desk wait for each other. */
const waitMs = 5000;
/** SQLite's SQLITE_BUSY, SQLITE_CORRUPT and SQLITE_NOTADB. */
const [busy, corrupt, notOurs] = [5, 11, 26];

/**
 * Opens a private file, makes it where there is none, and brings it up to date; a copy of what it was stays beside it.
 *
 * It is for its owner alone, what is deleted is overwritten, and of nothing else on the disk can a file be made with it.
 *
 * @throws {UserError} WORKSPACE_NEWER, WORKSPACE_DAMAGED, WORKSPACE_DENIED, WORKSPACE_EXPOSED, WORKSPACE_BUSY or DISK_FULL
 */
export function openPrivateDatabase<Question extends string>(
  path: string,
  kind: DatabaseKind<Question>,
): PrivateDatabase<Question> {
  return told(path, kind, () => {
    refuseLinks([path, `${path}-wal`, `${path}-shm`]);
    // SQLite's other two files get the modes of this one.
    if (!existsSync(path)) closeSync(openSync(path, "wx", 0o600));
    checkPrivate(path, `${kind.what} may be read or changed by others than their owner`, kind.help.exposed);
    const database = new DatabaseSync(path, {timeout: waitMs, defensive: true, enableForeignKeyConstraints: true});
    try {
      bringUpToDate(database, path, kind);
      database.exec("pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on;");
      database.setAuthorizer(onlyThisFile);
    } catch (fault) {
      database.close();
      throw fault;
    }
    return databaseOf(database, path, kind);
  });
}

/** ATTACH is how SQLite opens another file, VACUUM INTO is one, and a pragma changes what was set here; but FTS5 reads one itself. */
function onlyThisFile(action: number, name: string | null): number {
  const {SQLITE_ATTACH, SQLITE_DETACH, SQLITE_PRAGMA, SQLITE_DENY, SQLITE_OK} = constants;
  if (action === SQLITE_PRAGMA && name === "data_version") return SQLITE_OK;
  return [SQLITE_ATTACH, SQLITE_DETACH, SQLITE_PRAGMA].includes(action) ? SQLITE_DENY : SQLITE_OK;
}

function bringUpToDate(database: DatabaseSync, path: string, kind: DatabaseKind<string>): void {
  const {migrations, applicationId} = kind;
  const before = versionOf(database, path, kind);
  if (before > migrations.length) throw newer(path, before, kind);
  if (before === migrations.length) return;
  if (before > 0) copyBeside(database, path, before);
  database.exec("begin immediate");
  try {
    // Another process may have been faster between our look and our lock.
    for (let version = versionOf(database, path, kind); version < migrations.length; version++) {
      database.exec(
        `${migrations[version]} pragma user_version = ${version + 1}; pragma application_id = ${applicationId};`,
      );
    }
    database.exec("commit");
  } catch (fault) {
    if (database.isTransaction) database.exec("rollback");
    throw fault;
  }
}

function copyBeside(database: DatabaseSync, path: string, version: number): void {
  database.exec("pragma wal_checkpoint(truncate)");
  const copy = `${path}.version-${version}`;
  copyFileSync(path, copy);
  chmodSync(copy, 0o600);
}

function versionOf(database: DatabaseSync, path: string, kind: DatabaseKind<string>): number {
  const number = (pragma: string): number => Number(Object.values(database.prepare(pragma).get() ?? {})[0]);
  const version = number("pragma user_version");
  const isEmpty = version === 0 && number("select count(*) from sqlite_schema") === 0;
  if (!isEmpty && number("pragma application_id") !== kind.applicationId) throw damaged(path, kind);
  return version;
}

function databaseOf<Question extends string>(
  database: DatabaseSync,
  path: string,
  kind: DatabaseKind<Question>,
): PrivateDatabase<Question> {
  const prepared = new Map<Question, StatementSync>();
  const statement = (name: Question): StatementSync => {
    const known = prepared.get(name) ?? database.prepare(kind.questions[name]);
    prepared.set(name, known);
    return known;
  };
  return {
    one: <Row>(name: Question, values: Values = {}) =>
      told(path, kind, () => statement(name).get(values) as Row | undefined),
    all: <Row>(name: Question, values: Values = {}) => told(path, kind, () => statement(name).all(values) as Row[]),
    change(name, values = {}) {
      const {changes, lastInsertRowid} = told(path, kind, () => statement(name).run(values));
      return {rows: Number(changes), id: Number(lastInsertRowid)};
    },
    whole<T>(act: () => T): T {
      if (database.isTransaction) return act();
      return told(path, kind, () => {
        database.exec("begin immediate");
        try {
          const done = act();
          database.exec("commit");
          return done;
        } catch (fault) {
          if (database.isTransaction) database.exec("rollback");
          throw fault;
        }
      });
    },
    settle() {
      return told(path, kind, () => {
        database.setAuthorizer(null);
        try {
          return Number(database.prepare("pragma wal_checkpoint(truncate)").get()?.["busy"] ?? 1) === 0;
        } finally {
          database.setAuthorizer(onlyThisFile);
        }
      });
    },
    close: () => database.close(),
  };
}

function told<T>(path: string, kind: DatabaseKind<string>, act: () => T): T {
  try {
    return act();
  } catch (fault) {
    const code = ((fault as {errcode?: number} | null)?.errcode ?? 0) & 0xff;
    if (code === corrupt || code === notOurs) throw damaged(path, kind);
    if (code === busy) {
      throw new UserError("WORKSPACE_BUSY", `another process holds ${kind.what}`, "try again in a moment", path);
    }
    throw asWriteFault(fault, path) ?? fault;
  }
}

function damaged(path: string, {what, help}: DatabaseKind<string>): UserError {
  return new UserError(
    "WORKSPACE_DAMAGED",
    `${what} are not what they were, or of another program`,
    help.damaged,
    path,
  );
}

function newer(path: string, version: number, {what, migrations}: DatabaseKind<string>): UserError {
  const known = migrations.length;
  return new UserError(
    "WORKSPACE_NEWER",
    `${what} were written by a newer Broadsheet (version ${version}, this one reads ${known})`,
    `update Broadsheet; or, to go back, put the copy in its place that ends in .version-${known}`,
    path,
  );
}
