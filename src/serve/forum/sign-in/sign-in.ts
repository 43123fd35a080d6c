import {z} from "zod";
import type {ForumSignIn} from "../../../forum/members/sign-in.ts";
import {html} from "../../../render/markup/html.ts";
import {answeredAs, goingOn, hiddenField, type StepTold, saidAbove, textField, whyNot} from "../../forms/parts.ts";
import {none} from "../../forms/route.ts";
import type {ForumPages} from "../pages.ts";
import {defineForumRoute, type ForumPage, type ForumRoute} from "../route.ts";

/** Where a form of signing in goes on to: a page of the forum. */
export const formGoingOn = goingOn.transform((to) => (to.startsWith("/forum/") ? to : "/forum/"));

/** Where somebody goes on who signs in: the page that was asked for, else the first. */
export const goingOnTo = z.object({to: formGoingOn.default("/forum/")});

/** Why somebody is not in. */
function notIn(
  {words}: ForumPages,
  attempt: Exclude<ForumSignIn, {readonly outcome: "on"}>,
  refused: "desk-sign-in-refused" | "forum-lost-refused",
): StepTold {
  switch (attempt.outcome) {
    case "refused":
      return {said: words.t(refused), status: 422};
    case "knocking":
      return {said: words.t("forum-knocked"), status: 422};
    case "turned-away":
      return {said: words.t("forum-turned-away", {reason: attempt.rule ?? ""}), status: 422};
    default:
      return whyNot(words, attempt);
  }
}

type Told = StepTold & {readonly name?: string};

function signInPage({words}: ForumPages, to: string, {name = "", ...told}: Told = {}): ForumPage {
  const body = html`${saidAbove(told.said)}<p>${words.t("forum-sign-in-means")}</p>
<form method="post" action="/forum/sign-in">
${hiddenField("to", to)}${textField({name: "name", label: words.t("desk-sign-in-name"), autocomplete: "username", value: name, hasFocus: name === ""})}${textField({name: "phrase", label: words.t("desk-sign-in-phrase"), type: "password", autocomplete: "current-password", hasFocus: name !== ""})}<p class="acts"><button class="main">${words.t("desk-sign-in")}</button> <a href="/forum/join">${words.t("forum-join")}</a> <a href="/forum/sign-in/lost">${words.t("forum-lost")}</a></p>
</form>
`;
  return {kind: "page", title: words.t("desk-sign-in"), body, ...answeredAs(told)};
}

function lostPage({words}: ForumPages, {name = "", ...told}: Told = {}): ForumPage {
  const body = html`${saidAbove(told.said)}<p>${words.t("forum-lost-means")}</p>
<form method="post" action="/forum/sign-in/lost">
${textField({name: "name", label: words.t("desk-sign-in-name"), autocomplete: "username", value: name, hasFocus: name === ""})}${textField({name: "code", label: words.t("desk-second-recovery"), autocomplete: "off", hasFocus: name !== ""})}<p class="acts"><button class="main">${words.t("desk-second-on")}</button></p>
</form>
`;
  return {kind: "page", title: words.t("forum-lost"), body, ...answeredAs(told)};
}

/** The first step, by pass phrase or recovery code, and signing out. */
export const memberSignInRoutes: readonly ForumRoute[] = [
  defineForumRoute({
    ...{id: "sign-in", method: "GET", path: "/forum/sign-in", who: "anybody", params: none, form: none},
    purpose: "asks for name and pass phrase",
    query: goingOnTo,
    carryOut: ({forum, visitor, query}) =>
      visitor?.isWhole === true ? {kind: "go", to: query.to} : signInPage(forum, query.to),
  }),
  defineForumRoute({
    ...{id: "sign-in-phrase", method: "POST", path: "/forum/sign-in", who: "anybody", params: none, query: none},
    purpose: "the first step of signing in: name and pass phrase",
    mostBytes: 8000,
    form: z.object({name: z.string().max(400), phrase: z.string().max(1000), to: formGoingOn}),
    carryOut: async ({forum, sender, form: {name, phrase, to}}) => {
      const {domain} = forum;
      const attempt = await domain.members.signIn({name, phrase, from: sender.address});
      if (attempt.outcome === "on") {
        const {token, isWhole} = attempt;
        return {kind: "go", to: isWhole ? to : `/forum/sign-in/second?to=${encodeURIComponent(to)}`, token};
      }
      return signInPage(forum, to, {name, ...notIn(forum, attempt, "desk-sign-in-refused")});
    },
  }),
  defineForumRoute({
    ...{id: "lost", method: "GET", path: "/forum/sign-in/lost", who: "anybody", params: none, query: none, form: none},
    purpose: "asks for name and recovery code in the place of the pass phrase",
    carryOut: ({forum}) => lostPage(forum),
  }),
  defineForumRoute({
    ...{id: "recover", method: "POST", path: "/forum/sign-in/lost", who: "anybody", params: none, query: none},
    purpose: "the first step of signing in with a recovery code, which is used up",
    mostBytes: 8000,
    form: z.object({name: z.string().max(400), code: z.string().max(200)}),
    carryOut: async ({forum, sender, form: {name, code}}) => {
      const {domain} = forum;
      const attempt = await domain.members.recover({name, code, from: sender.address});
      if (attempt.outcome === "on") {
        const {token, isWhole} = attempt;
        return {kind: "go", to: isWhole ? "/forum/account" : "/forum/sign-in/second?to=/forum/account", token};
      }
      return lostPage(forum, {name, ...notIn(forum, attempt, "forum-lost-refused")});
    },
  }),
  defineForumRoute({
    ...{id: "sign-out", method: "POST", path: "/forum/sign-out", who: "anybody", params: none, query: none, form: none},
    purpose: "ends the session, and clears the browser",
    carryOut: ({forum, sender}) => {
      forum.domain.members.endSession(sender.token);
      return {kind: "go", to: "/forum/", token: null};
    },
  }),
];
