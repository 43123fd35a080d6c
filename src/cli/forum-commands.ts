import type {Command} from "./command.ts";
import {sharedOptions} from "./options.ts";

const {pagesLanguage, quiet, textOrJson} = sharedOptions;

/** The commands of the forum: who is let in, what is decided, and how it leaves its server. */
export const forumCommands: readonly Command[] = [
  {
    name: "forum invite",
    group: "the forum: who is let in, what is decided about posts, and how it ends",
    purpose: "a code by which somebody joins the forum, once",
    words: "",
    options: [
      {
        flags: "--role <role>",
        help: "member, moderator or editor; the first of all is an editor, others are members",
        values: ["member", "moderator", "editor"],
      },
      {...quiet, help: "print the code alone"},
    ],
    examples: ["broadsheet forum invite --role editor", "broadsheet forum invite"],
    load: async () => (await import("./forum/invite.ts")).runForumInvite,
  },
  {
    name: "forum moderate",
    purpose: "what waits for a moderator, one after the other: show, show and stop holding, or hide",
    words: "",
    options: [{flags: "--list", help: "print what waits, and decide nothing"}, textOrJson],
    examples: ["broadsheet forum moderate", "broadsheet forum moderate --list"],
    load: async () => (await import("./forum/moderate.ts")).runForumModerate,
  },
  {
    name: "forum verify",
    purpose: "check that no row of the public moderation log was changed, taken out or cut off",
    words: "",
    options: [textOrJson],
    examples: ["broadsheet forum verify"],
    load: async () => (await import("./forum/verify.ts")).runForumVerify,
  },
  {
    name: "forum export",
    purpose: "all that is public of the forum, as JSON in a new folder; with pages that any host serves for ever",
    words: "<folder>",
    options: [
      {flags: "--static", help: "with pages, feeds, a list from A to Z and the log, which need no server"},
      pagesLanguage,
      quiet,
    ],
    examples: ["broadsheet forum export forum-2006-01", "broadsheet forum export forum-for-ever --static"],
    load: async () => (await import("./forum/export.ts")).runForumExport,
  },
  {
    name: "forum import",
    purpose: "take in an export of a forum, or threads of one by Discourse or phpBB: only what was public there",
    words: "<file>",
    options: [
      {
        flags: "--from <forum>",
        help: "discourse or phpbb; left out, it is an export of this forum, for an empty one",
        values: ["discourse", "phpbb"],
      },
      {flags: "--section <id>", help: "the section that all threads go to; else those of the names that they had"},
      quiet,
    ],
    examples: [
      "broadsheet forum import forum-2006-01",
      "broadsheet forum import dump.sql.gz --from discourse",
      "broadsheet forum import phpbb.sql.gz --from phpbb --section archive",
    ],
    load: async () => (await import("./forum/import.ts")).runForumImport,
  },
  {
    name: "forum close",
    purpose: "close the forum: it is read, and nothing is written any more; the notice stands on every page",
    words: "[notice]",
    options: [quiet],
    examples: ['broadsheet forum close "The forum ends here. Thank you."'],
    load: async () => (await import("./forum/close.ts")).runForumClose,
  },
  {
    name: "forum reopen",
    purpose: "open a closed forum again",
    words: "",
    options: [quiet],
    examples: ["broadsheet forum reopen"],
    load: async () => (await import("./forum/close.ts")).runForumReopen,
  },
];
