import {chmodSync, closeSync, copyFileSync, existsSync, openSync} from "node:fs";
import {constants, DatabaseSync, type SQLInputValue, type StatementSync} from "node:sqlite";
import {UserError} from "../base/error.ts";
import {refuseLinks} from "../base/own-files.ts";
import {asWriteFault} from "../base/write-fault.ts";
import {checkPrivate} from "./private-file.ts";
import {migrations as ownMigrations, questions} from "./sql.ts";

/** A question or a change of `sql.ts`, by its name. */
export type QuestionName = keyof typeof questions;

type Values = Readonly<Record<string, SQLInputValue>>;

/** The file of accounts, open. Every fault of the disk is told as one. */
export interface AccountsFile {
  one<Row>(question: QuestionName, values?: Values): Row | undefined;
  all<Row>(question: QuestionName, values?: Values): Row[];
  /** @returns How many rows were changed, and the number of the last that was added. */
  change(question: QuestionName, values?: Values): {readonly rows: number; readonly id: number};
  /** Does it whole or not at all; within another it is part of that. */
  whole<T>(act: () => T): T;
  close(): void;
}

/** "BrdS": what else is of SQLite is somebody's, and stays. */
const applicationId = 0x42726453;
/** The command line and the desk wait for each other. */
const waitMs = 5000;
/** SQLite's SQLITE_BUSY, SQLITE_CORRUPT and SQLITE_NOTADB. */
const [busy, corrupt, notOurs] = [5, 11, 26];

/**
 * Opens the file of accounts, makes it where there is none, and brings it up to date; a copy of what it was stays beside it.
 *
 * It is for its owner alone, what is deleted is overwritten, and of nothing else on the disk can a file be made with it.
 *
 * @throws {UserError} WORKSPACE_NEWER, WORKSPACE_DAMAGED, WORKSPACE_DENIED, WORKSPACE_EXPOSED, WORKSPACE_BUSY or DISK_FULL
 */
export function openAccountsFile(path: string, migrations: readonly string[] = ownMigrations): AccountsFile {
  return told(path, () => {
    refuseLinks([path, `${path}-wal`, `${path}-shm`]);
    makePrivate(path);
    const database = new DatabaseSync(path, {timeout: waitMs, defensive: true, enableForeignKeyConstraints: true});
    try {
      bringUpToDate(database, path, migrations);
      database.exec("pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on;");
      database.setAuthorizer(onlyThisFile);
    } catch (fault) {
      database.close();
      throw fault;
    }
    return fileOf(database, path);
  });
}

function makePrivate(path: string): void {
  // SQLite's other two files get the modes of this one.
  if (!existsSync(path)) closeSync(openSync(path, "wx", 0o600));
  const what = "the accounts of the desk may be read or changed by others than their owner";
  checkPrivate(path, what, "close it with chmod 600, ask who could look into it until now, and invite everybody anew");
}

/** ATTACH is how SQLite opens another file, VACUUM INTO is one, and a pragma changes what was set here. */
function onlyThisFile(action: number): number {
  const {SQLITE_ATTACH, SQLITE_DETACH, SQLITE_PRAGMA, SQLITE_DENY, SQLITE_OK} = constants;
  return [SQLITE_ATTACH, SQLITE_DETACH, SQLITE_PRAGMA].includes(action) ? SQLITE_DENY : SQLITE_OK;
}

function bringUpToDate(database: DatabaseSync, path: string, migrations: readonly string[]): void {
  const before = versionOf(database, path);
  if (before > migrations.length) throw newer(path, before, migrations.length);
  if (before === migrations.length) return;
  if (before > 0) copyBeside(database, path, before);
  database.exec("begin immediate");
  try {
    // Another process may have been faster between our look and our lock.
    for (let version = versionOf(database, path); version < migrations.length; version++) {
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

function versionOf(database: DatabaseSync, path: string): number {
  const number = (pragma: string): number => Number(Object.values(database.prepare(pragma).get() ?? {})[0]);
  const version = number("pragma user_version");
  const isEmpty = version === 0 && number("select count(*) from sqlite_schema") === 0;
  if (!isEmpty && number("pragma application_id") !== applicationId) throw damaged(path);
  return version;
}

function fileOf(database: DatabaseSync, path: string): AccountsFile {
  const prepared = new Map<QuestionName, StatementSync>();
  const statement = (name: QuestionName): StatementSync => {
    const known = prepared.get(name) ?? database.prepare(questions[name]);
    prepared.set(name, known);
    return known;
  };
  return {
    one: <Row>(name: QuestionName, values: Values = {}) =>
      told(path, () => statement(name).get(values) as Row | undefined),
    all: <Row>(name: QuestionName, values: Values = {}) => told(path, () => statement(name).all(values) as Row[]),
    change(name, values = {}) {
      const {changes, lastInsertRowid} = told(path, () => statement(name).run(values));
      return {rows: Number(changes), id: Number(lastInsertRowid)};
    },
    whole<T>(act: () => T): T {
      if (database.isTransaction) return act();
      return told(path, () => {
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
    close: () => database.close(),
  };
}

function told<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (fault) {
    const code = ((fault as {errcode?: number} | null)?.errcode ?? 0) & 0xff;
    if (code === corrupt || code === notOurs) throw damaged(path);
    if (code === busy) {
      throw new UserError(
        "WORKSPACE_BUSY",
        "another process holds the accounts of the desk",
        "try again in a moment",
        path,
      );
    }
    throw asWriteFault(fault, path) ?? fault;
  }
}

function damaged(path: string): UserError {
  return new UserError(
    "WORKSPACE_DAMAGED",
    "the accounts of the desk are not what they were, or of another program",
    "bring the file back from a backup; or move it away, and invite everybody anew",
    path,
  );
}

function newer(path: string, version: number, known: number): UserError {
  return new UserError(
    "WORKSPACE_NEWER",
    `the accounts of the desk were written by a newer Broadsheet (version ${version}, this one reads ${known})`,
    `update Broadsheet; or, to go back, put the copy in its place that ends in .version-${known}`,
    path,
  );
}
