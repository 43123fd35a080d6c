import {membersSchema} from "./members-schema.ts";
import {postsSchema} from "./posts-schema.ts";

/** What brings the file of a forum from each version to the next: the first makes it, from nothing. What was released is not changed any more. */
export const forumMigrations: readonly string[] = [`${membersSchema}\n${postsSchema}`];
