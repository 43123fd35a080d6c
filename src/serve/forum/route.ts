import type {z} from "zod";
import type {FormAnswer, FormPage} from "../forms/answer.ts";
import type {AnyRow, FormRow} from "../forms/route.ts";
import type {ForumPages, ForumWho, SignedInMember} from "./pages.ts";

/** The scripts of the forum. Every page works without them. */
export type ForumScript = "passkey" | "queue";

/** A page of the forum. */
export type ForumPage = FormPage<ForumScript>;

/** What a row of the forum answers with. */
export type ForumAnswer = FormAnswer<ForumScript>;

/** What a row is told besides what was sent. */
export interface InForum {
  readonly forum: ForumPages;
  /** Who asks; null where nobody is signed in. */
  readonly visitor: SignedInMember | null;
}

/** A row of the table of the forum, whatever it takes. */
export type ForumRoute = AnyRow<ForumWho, InForum, ForumAnswer>;

/** A row of the table, checked by the compiler against what it takes. */
export function defineForumRoute<Params extends z.ZodRawShape, Query extends z.ZodRawShape, Form extends z.ZodRawShape>(
  row: FormRow<Params, Query, Form, ForumWho, InForum, ForumAnswer>,
): ForumRoute {
  return row as unknown as ForumRoute;
}
