import {z} from "zod";
import {refusal} from "../../fault.ts";
import {none} from "../../forms/route.ts";
import {countingNumber, sectionName} from "../path-parts.ts";
import {defineForumRoute, type ForumRoute} from "../route.ts";
import {answerEdit, earlierPage, editPage} from "./edit.ts";
import {write, writePage} from "./write.ts";

const member = {who: "member"} as const;
const mostBytes = 131_072;
const step = z.enum(["post", "look", "keep"]).default("post");
const once = z.string().regex(/^[0-9a-f]{32}$/);
/** Longer than a post may be, so that whoever has written too much is told, and gets it back. */
const source = z.string().max(60_000);
/** Of what an editor opens a thread. */
const about = z.string().trim().max(500).default("");
const thread = z.object({thread: countingNumber});
const post = z.object({post: countingNumber});
const section = z.object({section: sectionName});

/** Writing threads, replies and changes. */
export const writingRoutes: readonly ForumRoute[] = [
  defineForumRoute({
    ...{id: "thread-new", method: "GET", path: "/forum/s/:section/new", ...member, query: none, form: none},
    purpose: "the form of a new thread",
    params: section,
    carryOut: ({forum, visitor, params}) => writePage(forum, visitor!, {kind: "thread", section: params.section}, {}),
  }),
  defineForumRoute({
    ...{id: "thread-open", method: "POST", path: "/forum/s/:section/new", ...member, query: none, mostBytes},
    purpose: "opens a thread, shows how it will look, or keeps it as a draft",
    shownBack: "source",
    params: section,
    form: z.object({title: z.string().max(1000), source, once, step, edition: about, document: about}),
    carryOut: ({forum, visitor, params, form}) =>
      write(forum, visitor!, {kind: "thread", section: params.section}, {...form, quotes: ""}),
  }),
  defineForumRoute({
    ...{id: "reply-new", method: "GET", path: "/forum/t/:thread/reply", ...member, form: none},
    purpose: "the form of a reply",
    params: thread,
    query: z.object({quotes: countingNumber.optional()}),
    carryOut: ({forum, visitor, params, query}) =>
      writePage(
        forum,
        visitor!,
        {kind: "reply", thread: params.thread},
        {
          ...(query.quotes !== undefined && {quotes: String(query.quotes)}),
        },
      ),
  }),
  defineForumRoute({
    ...{id: "reply", method: "POST", path: "/forum/t/:thread/reply", ...member, query: none, mostBytes},
    purpose: "replies in a thread, shows how it will look, or keeps it as a draft",
    shownBack: "source",
    params: thread,
    form: z.object({source, quotes: z.string().max(200).default(""), once, step}),
    carryOut: ({forum, visitor, params, form}) =>
      write(forum, visitor!, {kind: "reply", thread: params.thread}, {...form, title: "", edition: "", document: ""}),
  }),
  defineForumRoute({
    ...{id: "edit-form", method: "GET", path: "/forum/p/:post/edit", ...member, query: none, form: none},
    purpose: "the form in which somebody changes a post of their own",
    params: post,
    carryOut: ({forum, visitor, params}) => editPage(forum, visitor!, params.post),
  }),
  defineForumRoute({
    ...{id: "edit", method: "POST", path: "/forum/p/:post/edit", ...member, query: none, mostBytes},
    purpose: "changes a post of one's own; the earlier text stays for those who moderate",
    shownBack: "source",
    params: post,
    form: z.object({
      source,
      seen: z
        .string()
        .regex(/^\d{1,9}$/)
        .transform(Number),
      step: z.enum(["save", "look"]).default("save"),
    }),
    carryOut: ({forum, visitor, params, form}) => answerEdit(forum, visitor!, params.post, form),
  }),
  defineForumRoute({
    ...{id: "withdraw", method: "POST", path: "/forum/p/:post/withdraw", ...member, query: none, form: none},
    purpose: "deletes and overwrites the text of a post of one's own",
    params: post,
    carryOut: ({forum, visitor, params}) => {
      const outcome = forum.domain.withdraw(visitor!.member.id, params.post);
      if (outcome === "missing") throw refusal("NOT_FOUND", "there is no such post of yours");
      return {kind: "go", to: "/forum/"};
    },
  }),
  defineForumRoute({
    ...{id: "earlier", method: "GET", path: "/forum/p/:post/earlier", who: "moderator", query: none, form: none},
    purpose: "the texts that a post had before it was changed",
    params: post,
    carryOut: ({forum, visitor, params}) => earlierPage(forum, visitor!, params.post),
  }),
];
