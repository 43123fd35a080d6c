import {z} from "zod";
import {none} from "../../forms/route.ts";
import {countingNumber} from "../path-parts.ts";
import {defineForumRoute, type ForumRoute} from "../route.ts";
import {moderationLog} from "./log-page.ts";
import {decideItem, queuePage} from "./queue.ts";
import {answerReport, appeal, appealPage, reportPage} from "./tell.ts";

const post = z.object({post: countingNumber});
const decision = z.object({decision: countingNumber});
const words = z.string().max(2000);
const rule = z.string().max(300);

/** Reports, the queue, the public log, appeals. */
export const moderationRoutes: readonly ForumRoute[] = [
  defineForumRoute({
    ...{id: "report-form", method: "GET", path: "/forum/p/:post/report", who: "member", query: none, form: none},
    purpose: "the form in which a member tells those who moderate of a post",
    params: post,
    carryOut: ({forum, visitor, params}) => reportPage(forum, visitor!, params.post),
  }),
  defineForumRoute({
    ...{id: "report", method: "POST", path: "/forum/p/:post/report", who: "member", params: post, query: none},
    purpose: "tells those who moderate of a post",
    shownBack: "words",
    form: z.object({rule, words: words.default("")}),
    carryOut: ({forum, visitor, params, form}) => answerReport(forum, visitor!, params.post, form),
  }),
  defineForumRoute({
    ...{id: "appeal-form", method: "GET", path: "/forum/decisions/:decision/appeal", who: "member", query: none},
    purpose: "the form in which an author says why a decision was wrong",
    ...{params: decision, form: none},
    carryOut: ({forum, params}) => appealPage(forum, params.decision),
  }),
  defineForumRoute({
    ...{id: "appeal", method: "POST", path: "/forum/decisions/:decision/appeal", who: "member", query: none},
    purpose: "appeals against a decision about a post of one's own",
    shownBack: "words",
    ...{params: decision, form: z.object({words})},
    carryOut: ({forum, visitor, params, form}) => appeal(forum, visitor!, params.decision, form.words),
  }),
  defineForumRoute({
    ...{id: "queue", method: "GET", path: "/forum/queue", who: "moderator", params: none, form: none},
    purpose: "all that waits for somebody who moderates",
    query: z.object({done: z.literal("yes").optional()}),
    carryOut: ({forum, query}) => queuePage(forum, query.done === "yes" ? {said: forum.words.t("forum-decided")} : {}),
  }),
  defineForumRoute({
    ...{id: "queue-decide", method: "POST", path: "/forum/queue/:item", who: "moderator", query: none},
    purpose: "shows, shows and stops holding, or hides, with a reason",
    params: z.object({item: z.string().regex(/^[a-z]\d{1,15}$/)}),
    form: z.object({
      kind: z.enum(["show", "show-and-trust", "hide"]),
      rule: rule.optional(),
      seen: z.string().max(200),
    }),
    carryOut: ({forum, visitor, params, form}) => decideItem(forum, visitor!, params.item, form),
  }),
  defineForumRoute({
    ...{id: "log", method: "GET", path: "/forum/log", who: "anybody", isKept: true, params: none, form: none},
    purpose: "the public log of moderation, a row a decision, each with the hash of the one before",
    query: z.object({before: countingNumber.optional()}),
    carryOut: ({forum, query}) => moderationLog(forum, query.before),
  }),
];
