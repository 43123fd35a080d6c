import {openPrivateDatabase, type PrivateDatabase} from "../accounts/private-database.ts";
import {questions as accountQuestions} from "../accounts/sql.ts";
import {endsQuestions} from "./sql/ends.ts";
import {memberQuestions} from "./sql/members.ts";
import {forumMigrations} from "./sql/migrations.ts";
import {moderationQuestions} from "./sql/moderation.ts";
import {postQuestions} from "./sql/posts.ts";
import {searchQuestions} from "./sql/search.ts";

const questions = {
  ...accountQuestions,
  ...memberQuestions,
  ...postQuestions,
  ...moderationQuestions,
  ...searchQuestions,
  ...endsQuestions,
} as const;

/** All that is asked of a forum's file, and all that is written into it, by name. */
export type ForumQuestion = keyof typeof questions;

/** The file of a forum, open. */
export type ForumFile = PrivateDatabase<ForumQuestion>;

/**
 * Opens the file of a forum; makes it where there is none.
 *
 * @throws {UserError} As `openPrivateDatabase`.
 */
export function openForumFile(path: string, migrations: readonly string[] = forumMigrations): ForumFile {
  return openPrivateDatabase(path, {
    migrations,
    questions,
    // "BrdF".
    applicationId: 0x42726446,
    what: "the members and posts of the forum",
    help: {
      exposed: "close it with chmod 600, ask who could look into it until now, and tell the members",
      damaged: "bring the file back from a backup; or move it away, and begin anew",
    },
  });
}
