import {z} from "zod";
import {threadPages} from "../../../forum/posts/seen.ts";
import {refusal} from "../../fault.ts";
import {none} from "../../forms/route.ts";
import {viewerOf} from "../pages.ts";
import {countingNumber, sectionName} from "../path-parts.ts";
import {forumPath} from "../paths.ts";
import {defineForumRoute, type ForumRoute} from "../route.ts";
import {sectionPage, sectionsPage} from "./lists.ts";
import {postAnchor} from "./post-part.ts";
import {threadPage} from "./thread.ts";

const paged = z.object({page: countingNumber.optional()});
const read = {method: "GET", who: "anybody", form: none} as const;

/** Sections, threads and posts, as everybody reads them. */
export const threadRoutes: readonly ForumRoute[] = [
  defineForumRoute({
    ...{id: "front-bare", path: "/forum", ...read, params: none, query: none},
    purpose: "leads to the first page",
    carryOut: () => ({kind: "go", to: "/forum/"}),
  }),
  defineForumRoute({
    ...{id: "front", path: "/forum/", ...read, isKept: true, params: none, query: none},
    purpose: "the sections, and the threads that were answered last",
    carryOut: ({forum, visitor}) => sectionsPage(forum, visitor),
  }),
  defineForumRoute({
    ...{id: "section", path: "/forum/s/:section", ...read, isKept: true, query: paged},
    purpose: "the threads of a section, 25 a page",
    params: z.object({section: sectionName}),
    carryOut: ({forum, visitor, params, query}) => sectionPage(forum, visitor, params.section, query.page ?? 1),
  }),
  defineForumRoute({
    ...{id: "thread", path: "/forum/t/:thread", ...read, isKept: true, query: paged},
    purpose: "a thread, 25 posts a page",
    params: z.object({thread: countingNumber}),
    carryOut: ({forum, visitor, params, query}) => threadPage(forum, visitor, params.thread, query.page ?? 1),
  }),
  defineForumRoute({
    ...{id: "thread-unread", path: "/forum/t/:thread/unread", ...read, who: "member", query: none},
    purpose: "leads to the first post of a thread that was not read",
    params: z.object({thread: countingNumber}),
    carryOut: ({forum, visitor, params: {thread}}) => {
      const found = forum.domain.unread(viewerOf(visitor)!.id).find((one) => one.thread === thread);
      const number = found?.from ?? 1;
      return {kind: "go", to: forumPath.thread(thread, threadPages(number), `p${number}`)};
    },
  }),
  defineForumRoute({
    ...{id: "post-by-number", path: "/forum/t/:thread/:number", ...read, query: none},
    purpose: "leads to a post by its number in the thread",
    params: z.object({thread: countingNumber, number: countingNumber}),
    carryOut: ({params: {thread, number}}) => ({
      ...{kind: "go", to: forumPath.thread(thread, threadPages(number), `p${number}`)},
    }),
  }),
  defineForumRoute({
    ...{id: "post", path: "/forum/p/:post", ...read, query: none},
    purpose: "leads to a post where it stands in its thread: an address that stays",
    params: z.object({post: countingNumber}),
    carryOut: ({forum, visitor, params}) => {
      const found = forum.domain.post(params.post, viewerOf(visitor));
      if (found === null) throw refusal("NOT_FOUND", "there is no such post");
      return {kind: "go", to: forumPath.thread(found.thread, found.page, postAnchor(found))};
    },
  }),
];
