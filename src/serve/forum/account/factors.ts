import {z} from "zod";
import type {SecondProof} from "../../../accounts/enrolment.ts";
import {html} from "../../../render/markup/html.ts";
import {
  codesShown,
  phraseForm,
  secondForm,
  secondProof,
  secondProofForm,
  secondQuery,
  type TypedFault,
} from "../../forms/new-factors.ts";
import {answeredAs, type StepTold, saidAbove, whyNot} from "../../forms/parts.ts";
import {none, type Sender} from "../../forms/route.ts";
import {forumScriptPath} from "../assets.ts";
import type {ForumPages} from "../pages.ts";
import {defineForumRoute, type ForumAnswer, type ForumPage, type ForumRoute} from "../route.ts";
import {memberPage} from "./page.ts";

/** Every change of the own factors is for whoever has just shown what they sign in with. */
export const sureMember = {who: "member", again: true, params: none} as const;

/** Where one is asked again. */
export const toAgain = {kind: "go", to: "/forum/again?to=/forum/account"} as const;

/** Where one goes after a change. */
export const accountDone = {kind: "go", to: "/forum/account?done=yes"} as const;

type PhraseTold = StepTold & {readonly offered?: string; readonly fault?: TypedFault};

function phrasePage({words}: ForumPages, {offered, fault, ...told}: PhraseTold = {}): ForumPage {
  const form = phraseForm(words, {action: "/forum/account/phrase", offered, fault});
  const body = html`${saidAbove(told.said)}<p>${words.t("desk-account-phrase-means")}</p>
${form}`;
  return {kind: "page", title: words.t("desk-account-phrase"), body, ...answeredAs(told)};
}

async function secondPage(
  {words, domain, publication}: ForumPages,
  {token, site}: Sender,
  way: SecondProof["kind"],
  isRefused = false,
): Promise<ForumAnswer> {
  const asked = {action: "/forum/account/second", way, site, script: forumScriptPath("passkey"), isRefused};
  const form = await secondForm(words, asked, {
    totp: () => domain.members.offerOwnTotp(token, publication),
    passkey: () => domain.members.offerOwnPasskey(token, site, publication),
  });
  if (form === null) return toAgain;
  const isTotp = way === "totp";
  const body = isTotp ? html`<p>${words.t("desk-account-add-totp-means")}</p>\n${form}` : form;
  return {
    ...{kind: "page", title: words.t(isTotp ? "desk-account-add-totp" : "desk-account-add-passkey"), body},
    ...(!isTotp && {script: "passkey"}),
    ...(isRefused && {status: 422}),
  };
}

/** What somebody signs in with, changed by themselves. */
export const memberFactorRoutes: readonly ForumRoute[] = [
  defineForumRoute({
    ...{id: "account-phrase", method: "GET", path: "/forum/account/phrase", query: none, form: none, ...sureMember},
    purpose: "offers another pass phrase",
    carryOut: ({forum}) => phrasePage(forum),
  }),
  defineForumRoute({
    ...{id: "account-phrase-change", method: "POST", path: "/forum/account/phrase", query: none, ...sureMember},
    purpose: "changes the own pass phrase, and ends the own other sessions",
    mostBytes: 16_000,
    form: z.object({phrase: z.string().max(2000), twice: z.string().max(2000), offered: z.string().max(200)}),
    carryOut: async ({forum, sender, form: {phrase, twice, offered}}) => {
      if (phrase !== twice) return phrasePage(forum, {offered, fault: "other", status: 422});
      const chosen = await forum.domain.members.changePhrase(sender.token, phrase, [forum.publication]);
      if (chosen.outcome === "taken") return accountDone;
      if (chosen.outcome === "over") return toAgain;
      if (chosen.outcome === "busy") return phrasePage(forum, {offered, ...whyNot(forum.words, chosen)});
      return phrasePage(forum, {offered, fault: chosen.fault, status: 422});
    },
  }),
  defineForumRoute({
    ...{id: "account-second", method: "GET", path: "/forum/account/second", form: none, ...sureMember},
    purpose: "offers a second factor",
    query: secondQuery,
    carryOut: ({forum, sender, query}) => secondPage(forum, sender, query.with),
  }),
  defineForumRoute({
    ...{id: "account-second-add", method: "POST", path: "/forum/account/second", query: none, ...sureMember},
    purpose: "takes a second factor, which is proved",
    form: secondProofForm,
    carryOut: async ({forum, sender, form}) => {
      const proof = secondProof(form, sender.site);
      const outcome = await forum.domain.members.addSecond(sender.token, proof);
      if (outcome === "done") return accountDone;
      return outcome === "over" ? toAgain : secondPage(forum, sender, proof.kind, true);
    },
  }),
  defineForumRoute({
    ...{id: "account-second-drop", method: "POST", path: "/forum/account/second/drop", query: none, ...sureMember},
    purpose: "takes a second factor away; of who moderates not the last",
    form: z.object({which: z.string().max(2000)}),
    carryOut: ({forum, visitor, sender, form}) => {
      const outcome = forum.domain.members.dropSecond(sender.token, form.which);
      if (outcome === "over") return toAgain;
      if (outcome !== "last") return accountDone;
      return memberPage(forum, visitor!, sender, {said: forum.words.t("desk-account-last"), isFault: true});
    },
  }),
  defineForumRoute({
    ...{id: "account-codes", method: "POST", path: "/forum/account/codes", query: none, form: none, ...sureMember},
    purpose: "makes new recovery codes, and shows them",
    carryOut: ({forum, sender}) => {
      const codes = forum.domain.members.renewOwnCodes(sender.token);
      if (codes === null) return toAgain;
      const body = codesShown(forum.words, codes, "/forum/account");
      return {kind: "page", title: forum.words.t("desk-codes"), body};
    },
  }),
];
