import {quoteText} from "./quote-text.ts";

/** Runs a statement of Broadsheet's own making. */
type RunSql = (sql: string) => Promise<void>;

let attached = 0;

/** Writes what the names mean into a database of its own in that file. */
export async function writeTables(run: RunSql, file: string, names: readonly string[]): Promise<void> {
  const database = `later_${attached++}`;
  await run(`attach ${quoteText(file)} as ${database}`);
  for (const name of names) await run(`create table ${database}.${name} as select * from ${name}`);
  // Everything is in the file then, and nothing in a log beside it.
  await run(`checkpoint ${database}`);
  await run(`detach ${database}`);
}

/** Opens such a file, for as long as the engine is open. @returns Where its tables are. */
export async function openTables(run: RunSql, file: string): Promise<string> {
  const database = `before_${attached++}`;
  await run(`attach ${quoteText(file)} as ${database} (read_only)`);
  return database;
}
