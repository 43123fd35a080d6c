import type {DatabaseSync} from "node:sqlite";
import {advise} from "../../base/advice.ts";
import {UserError} from "../../base/error.ts";
import type {CatalogueSeals} from "./seal.ts";

/** What the catalogue is written in; one higher whenever an older Broadsheet could not read it. */
export const schemaVersion = 8;

const schema = `
  create table input (
    id integer primary key,
    name text not null,
    sha256 text not null,
    bytes integer not null,
    head text not null,
    isWhole integer not null,
    format text not null,
    lines integer not null,
    requests integer not null,
    quarantined integer not null,
    ignored integer not null,
    firstSecond integer,
    lastSecond integer,
    reading text
  ) strict;
  create index input_by_head on input (head);
  create table part (
    file text primary key,
    input integer not null references input (id),
    firstSecond integer,
    lastSecond integer,
    places text,
    placesSource text
  ) strict;
  create table quarantine (
    input integer not null references input (id),
    line integer not null,
    "column" integer not null,
    reason text not null,
    excerpt text not null,
    primary key (input, line)
  ) strict;
`;

/** Books of addresses, and the months that have none any more. */
const booksSchema = `
  create table book (
    file text primary key,
    part text not null,
    month text not null,
    clients integer not null
  ) strict;
  create table closed (
    month text primary key,
    closedOn text not null
  ) strict;
`;

/** How many lines of each input are no request; the first of them stand in `quarantine`. */
const refusedSchema = `
  create table refused (
    input integer not null references input (id),
    reason text not null,
    lines integer not null,
    primary key (input, reason)
  ) strict;
`;

/** What files held when they were written, and sums over the rows of the tables; see {@link CatalogueSeals}. */
const sealsSchema = `
  create table file (
    name text primary key,
    bytes integer not null,
    sha256 text not null
  ) strict;
  create table seal (
    name text primary key,
    value text not null
  ) strict;
`;

/** Lines that count in another input, and files of which nothing could be read. */
const leftOutSchema = `
  create table repeated (
    input integer not null references input (id),
    name text not null,
    lines integer not null,
    primary key (input, name)
  ) strict;
  create table unread (
    name text primary key,
    reason text not null
  ) strict;
`;

/** What makes of a version the next one, by the version. */
const migrations: Readonly<Record<number, string>> = {
  1: "alter table part add column places text; alter table part add column placesSource text;",
  2: booksSchema,
  // They held words of lines: names and queries. Where a line is and what is wrong with it is still told.
  3: "update quarantine set excerpt = '';",
  4: `${refusedSchema}
    insert into refused select input, reason, count(*) from quarantine group by input, reason;
    delete from quarantine where rowid in (select row from (select rowid as row,
        row_number() over (partition by input order by line) as place,
        row_number() over (partition by input, reason order by line) as placeOfReason
      from quarantine) where place > 100 and placeOfReason > 1);`,
  5: sealsSchema,
  6: "alter table input add column reading text;",
  7: leftOutSchema,
};

/**
 * Makes the tables of a new catalogue, or those of an old one what they are now. Nothing that it holds is changed.
 *
 * @throws {UserError} WORKSPACE_NEWER
 */
export function bringUpToDate(database: DatabaseSync, path: string, seals: CatalogueSeals): void {
  if (versionOf(database) < schemaVersion) change(database, seals);
  const version = versionOf(database);
  if (version > schemaVersion) throw newer(path, version);
}

/**
 * Is a catalogue that may not be changed as this Broadsheet reads it?
 *
 * @throws {UserError} WORKSPACE_NEWER, or WORKSPACE_DENIED where it would have to be brought up to date
 */
export function checkUpToDate(database: DatabaseSync, path: string): void {
  const version = versionOf(database);
  if (version > schemaVersion) throw newer(path, version);
  if (version === schemaVersion) return;
  throw new UserError(
    "WORKSPACE_DENIED",
    "the catalogue is of an earlier Broadsheet and has to be brought up to date, and it may not be written",
    advise("update-catalogue"),
    path,
  );
}

function change(database: DatabaseSync, seals: CatalogueSeals): void {
  database.exec("begin immediate");
  try {
    if (seals.areThere && versionOf(database) < schemaVersion) seals.checkKnown();
    // Another process may have been faster between our look and our lock.
    for (let version = versionOf(database); version < schemaVersion; version = versionOf(database)) {
      const [next, sql] =
        version === 0
          ? [schemaVersion, schema + booksSchema + refusedSchema + sealsSchema + leftOutSchema]
          : [version + 1, migrations[version]];
      database.exec(`${sql} pragma user_version = ${next}`);
      if (next === schemaVersion) seals.sumUp();
    }
    database.exec("commit");
  } catch (fault) {
    // Where the disk is full, SQLite may have rolled back by itself.
    if (database.isTransaction) database.exec("rollback");
    throw fault;
  }
}

function versionOf(database: DatabaseSync): number {
  return Number(database.prepare("pragma user_version").get()?.["user_version"]);
}

function newer(path: string, version: number): UserError {
  return new UserError(
    "WORKSPACE_NEWER",
    `the workspace was written by a newer Broadsheet (catalogue ${version}, this one reads ${schemaVersion})`,
    "update Broadsheet and run the command again",
    path,
  );
}
