import {openPrivateDatabase, type PrivateDatabase} from "./private-database.ts";
import {migrations as ownMigrations, questions} from "./sql.ts";

/** A question or a change of `sql.ts`, by its name. */
export type QuestionName = keyof typeof questions;

/** The tables and questions of accounts in a private file, which may hold others besides. */
export type AccountsFile = PrivateDatabase<QuestionName>;

/**
 * Opens the file of the desk's accounts.
 *
 * @throws {UserError} As `openPrivateDatabase`.
 */
export function openAccountsFile(path: string, migrations: readonly string[] = ownMigrations): AccountsFile {
  return openPrivateDatabase(path, {
    migrations,
    questions,
    // "BrdS".
    applicationId: 0x42726453,
    what: "the accounts of the desk",
    help: {
      exposed: "close it with chmod 600, ask who could look into it until now, and invite everybody anew",
      damaged: "bring the file back from a backup; or move it away, and invite everybody anew",
    },
  });
}
