import {z} from "zod";
import {dayOf} from "../../../accounts/day.ts";
import {html} from "../../../render/markup/html.ts";
import {none} from "../../forms/route.ts";
import {defineForumRoute, type ForumRoute} from "../route.ts";
import {accountDone, memberFactorRoutes, sureMember, toAgain} from "./factors.ts";
import {leavePage, memberPage, ownSession} from "./page.ts";

const own = {who: "member", params: none} as const;
const number = z.string().regex(/^\d{1,15}$/);

/** The own account: invitations, sessions, what is kept, leaving. */
export const memberRoutes: readonly ForumRoute[] = [
  defineForumRoute({
    ...{id: "account", method: "GET", path: "/forum/account", form: none, ...own},
    purpose: "the own factors, sessions, invitations and drafts",
    query: z.object({done: z.literal("yes").optional()}),
    carryOut: ({forum, visitor, sender, query}) => {
      const told = query.done === "yes" ? {said: forum.words.t("desk-account-done"), isFault: false} : {};
      return memberPage(forum, visitor!, sender, told);
    },
  }),
  ...memberFactorRoutes,
  defineForumRoute({
    ...{id: "account-sessions", method: "POST", path: "/forum/account/sessions", query: none, ...own},
    purpose: "ends one of the own sessions, or all but this one",
    form: z.object({session: z.union([z.literal("others"), number])}),
    carryOut: ({forum, visitor, sender, form: {session}}) => {
      const {members} = forum.domain;
      const which = session === "others" ? {except: ownSession(forum, sender.token) ?? 0} : {only: Number(session)};
      members.endSessions(visitor!.member.id, visitor!.member, which);
      return accountDone;
    },
  }),
  defineForumRoute({
    ...{id: "account-invite", method: "POST", path: "/forum/account/invite", query: none, form: none, ...sureMember},
    purpose: "makes a code of invitation, and shows it; two a month for members of standing",
    carryOut: ({forum, visitor}) => {
      const {words, domain} = forum;
      const made = domain.members.invite(visitor!.member.id);
      const title = words.t("forum-invitations");
      if (made.outcome !== "invited") {
        const why =
          made.outcome === "none-left"
            ? words.t("forum-invite-none", {day: words.day(made.fromDay)})
            : words.t(made.outcome === "not-yet" ? "forum-invite-not-yet" : "forum-joining-shut");
        const body = html`<p>${why}</p>
`;
        return {kind: "page", title, body, status: 422};
      }
      const body = html`<p class="secret" dir="ltr">${made.code}</p>
<p>${words.t("forum-code-means", {day: words.day(dayOf(made.untilMs))})}</p>
<p><a href="/forum/account">${words.t("desk-account")}</a></p>
`;
      return {kind: "page", title, body};
    },
  }),
  defineForumRoute({
    ...{id: "account-withdraw", method: "POST", path: "/forum/account/withdraw", query: none, ...own},
    purpose: "takes back a code of invitation that was not used",
    form: z.object({invitation: number}),
    carryOut: ({forum, visitor, form}) => {
      forum.domain.members.withdraw(visitor!.member.id, Number(form.invitation));
      return accountDone;
    },
  }),
  defineForumRoute({
    ...{id: "account-data", method: "GET", path: "/forum/account/data.json", query: none, form: none, ...sureMember},
    purpose: "all that is kept about who asks, as JSON",
    carryOut: ({forum, visitor}) => ({
      kind: "file",
      type: "application/json; charset=utf-8",
      body: `${JSON.stringify(forum.domain.members.ownData(visitor!.member.id), null, 2)}\n`,
      saveAs: "forum.json",
    }),
  }),
  defineForumRoute({
    ...{id: "account-leave", method: "GET", path: "/forum/account/leave", query: none, form: none, ...sureMember},
    purpose: "says what leaving means",
    carryOut: ({forum}) => leavePage(forum),
  }),
  defineForumRoute({
    ...{id: "account-left", method: "POST", path: "/forum/account/leave", query: none, ...sureMember},
    purpose: "deletes the own account, and the posts or their name",
    form: z.object({posts: z.enum(["stay", "go"])}),
    carryOut: ({forum, sender, form}) => {
      const {words, domain} = forum;
      if (domain.members.leave(sender.token, form) === "over") return toAgain;
      const body = html`<p>${words.t("forum-left")}</p>
<p><a href="/forum/">${words.t("forum")}</a></p>
`;
      return {kind: "page", title: words.t("forum-leave"), body, token: null};
    },
  }),
];
