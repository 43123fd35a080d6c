import {z} from "zod";
import {none} from "../../forms/route.ts";
import {countingNumber, sectionName} from "../path-parts.ts";
import {defineForumRoute, type ForumRoute} from "../route.ts";
import {feedAnswer} from "./feed.ts";
import {searchPage} from "./search.ts";

const read = {method: "GET", who: "anybody", isKept: true, form: none} as const;

/** The search and the feeds. */
export const findRoutes: readonly ForumRoute[] = [
  defineForumRoute({
    ...{id: "search", path: "/forum/search", ...read, params: none},
    purpose: "looks for words in titles and posts",
    query: z.object({
      q: z.string().max(200).optional(),
      section: sectionName.optional(),
      page: countingNumber.optional(),
    }),
    carryOut: ({forum, query}) => searchPage(forum, query),
  }),
  defineForumRoute({
    ...{id: "feed", path: "/forum/atom.xml", ...read, params: none, query: none},
    purpose: "the last posts of all sections, as Atom",
    carryOut: ({forum}) => feedAnswer(forum, {}),
  }),
  defineForumRoute({
    ...{id: "feed-section", path: "/forum/s/:section/atom.xml", ...read, query: none},
    purpose: "the last posts of a section, as Atom",
    params: z.object({section: sectionName}),
    carryOut: ({forum, params}) => feedAnswer(forum, {section: params.section}),
  }),
  defineForumRoute({
    ...{id: "feed-thread", path: "/forum/t/:thread/atom.xml", ...read, query: none},
    purpose: "the last posts of a thread, as Atom",
    params: z.object({thread: countingNumber}),
    carryOut: ({forum, params}) => feedAnswer(forum, {thread: params.thread}),
  }),
];
