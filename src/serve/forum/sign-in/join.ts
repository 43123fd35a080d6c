import {z} from "zod";
import type {SecondProof} from "../../../accounts/enrolment.ts";
import type {ForumJoinOutcome} from "../../../forum/members/joining.ts";
import {html, noMarkup} from "../../../render/markup/html.ts";
import {
  codesShown,
  phraseForm,
  secondForm,
  secondProof,
  secondProofForm,
  secondQuery,
  type TypedFault,
} from "../../forms/new-factors.ts";
import {answeredAs, hasName, type StepTold, saidAbove, textField, whyNot} from "../../forms/parts.ts";
import {none, type Sender} from "../../forms/route.ts";
import {forumScriptPath} from "../assets.ts";
import type {ForumPages} from "../pages.ts";
import {defineForumRoute, type ForumAnswer, type ForumPage, type ForumRoute} from "../route.ts";
import {faultText} from "../writing/text-field.ts";

function codePage(forum: ForumPages, told: StepTold = {}): ForumPage {
  const {words, domain} = forum;
  const state = domain.joining.state();
  const isShut = !state.joining;
  const knock = !state.knocking
    ? noMarkup
    : html`<h2>${words.t("forum-knock")}</h2>
<p class="acts"><a class="button" href="/forum/knock">${words.t("forum-knock")}</a></p>
`;
  const body = html`${saidAbove(told.said)}${isShut ? html`<p>${words.t("forum-joining-shut")}</p>\n` : html`<p>${words.t("forum-join-means")}</p>\n`}<form method="post" action="/forum/join" class="act">
${textField({name: "code", label: words.t("desk-join-code"), means: words.t("desk-join-code-means"), autocomplete: "off", hasFocus: true})}<p class="acts"><button class="main">${words.t("desk-second-on")}</button> <a href="/forum/sign-in">${words.t("desk-sign-in")}</a></p>
</form>
${knock}`;
  return {kind: "page", title: words.t("forum-join"), body, ...answeredAs(told)};
}

/** Who joins with that cookie; null where nobody does. */
function joinerOf({domain}: ForumPages, token: string) {
  const session = domain.members.sessionOf(token);
  return session?.stage === "joining" ? session : null;
}

function over(forum: ForumPages): ForumPage {
  return codePage(forum, {said: forum.words.t("desk-join-over"), status: 422});
}

function namePage(
  forum: ForumPages,
  {token}: Sender,
  {name = "", fault}: {readonly name?: string; readonly fault?: string} = {},
): ForumPage {
  const {words} = forum;
  if (joinerOf(forum, token) === null) return over(forum);
  const body = html`<form method="post" action="/forum/join/name" class="act">
${textField({name: "name", label: words.t("forum-name"), means: words.t("forum-name-means"), autocomplete: "username", value: name, hasFocus: true, fault: fault === undefined ? undefined : faultText(words, fault)})}<p class="acts"><button class="main">${words.t("desk-second-on")}</button></p>
</form>
`;
  return {kind: "page", title: words.t("forum-name"), body, ...(fault !== undefined && {status: 422 as const})};
}

type PhraseTold = StepTold & {readonly offered?: string; readonly fault?: TypedFault};

function phrasePage(forum: ForumPages, {token}: Sender, {offered, fault, ...told}: PhraseTold = {}): ForumAnswer {
  const {words} = forum;
  const joiner = joinerOf(forum, token);
  if (joiner === null) return over(forum);
  if (joiner.name === null) return {kind: "go", to: "/forum/join/name"};
  const form = phraseForm(words, {action: "/forum/join/phrase", name: joiner.name, offered, fault});
  return {
    kind: "page",
    title: words.t("desk-phrase-new"),
    body: html`${saidAbove(told.said)}${form}`,
    ...answeredAs(told),
  };
}

async function factorPage(
  forum: ForumPages,
  {token, site}: Sender,
  way: SecondProof["kind"],
  isRefused = false,
): Promise<ForumAnswer> {
  const {words, domain, publication} = forum;
  const joiner = joinerOf(forum, token);
  if (joiner === null) return over(forum);
  if (!joiner.hasPhrase) return {kind: "go", to: "/forum/join/phrase"};
  const title = words.t("desk-factor-new");
  const action = "/forum/join/second";
  const without = joiner.needsSecond
    ? html`<p>${words.t("forum-second-needed")}</p>
`
    : html`<p>${words.t("forum-second-later")}</p>
<form method="post" action="/forum/join/done" class="act"><p class="acts"><button class="main">${words.t("forum-without-second")}</button></p></form>
`;
  const asked = {action, way, site, script: forumScriptPath("passkey"), isRefused};
  const form = await secondForm(words, asked, {
    totp: () => domain.members.offerTotpToJoiner(token, publication),
    passkey: () => domain.members.offerPasskeyToJoiner(token, site, publication),
  });
  if (form === null) return over(forum);
  const toPasskey = hasName(site.host)
    ? html`<p><a href="${action}?with=passkey">${words.t("desk-factor-passkey")}</a></p>\n`
    : noMarkup;
  const toTotp = html`<p><a href="${action}">${words.t("desk-factor-totp")}</a></p>\n`;
  const body = html`${without}${form}${way === "totp" ? toPasskey : toTotp}`;
  return {
    ...{kind: "page", title, body},
    ...(way === "passkey" && {script: "passkey"}),
    ...(isRefused && {status: 422}),
  };
}

/** The recovery codes of who has joined; else what stands in the way. */
function joinedOrNot(forum: ForumPages, sender: Sender, done: ForumJoinOutcome): ForumPage {
  const {words} = forum;
  switch (done.outcome) {
    case "joined": {
      const {token, recoveryCodes} = done;
      return {kind: "page", title: words.t("desk-codes"), body: codesShown(words, recoveryCodes, "/forum/"), token};
    }
    case "name-taken":
      return namePage(forum, sender, {fault: "like-another"});
    case "shut":
      return codePage(forum, {said: words.t("forum-joining-shut"), status: 422});
    default:
      return over(forum);
  }
}

const step = {who: "anybody", params: none, query: none} as const;

/** Joining with a code: the code, a name, a pass phrase, a second factor or none, and the recovery codes. */
export const memberJoinRoutes: readonly ForumRoute[] = [
  defineForumRoute({
    ...{id: "join", method: "GET", path: "/forum/join", form: none, ...step},
    purpose: "asks for a code of invitation, or leads to knocking",
    carryOut: ({forum}) => codePage(forum),
  }),
  defineForumRoute({
    ...{id: "join-code", method: "POST", path: "/forum/join", ...step},
    purpose: "begins to join with a code of invitation",
    mostBytes: 4000,
    form: z.object({code: z.string().max(200)}),
    carryOut: ({forum, sender, form}) => {
      const {words, domain} = forum;
      const attempt = domain.members.enterCode(form.code, sender.address);
      switch (attempt.outcome) {
        case "on":
          return {kind: "go", to: "/forum/join/name", token: attempt.token};
        case "wait":
        case "busy":
          return codePage(forum, whyNot(words, attempt));
        case "shut":
          return codePage(forum, {said: words.t("forum-joining-shut"), status: 422});
        default:
          return codePage(forum, {said: words.t("forum-join-refused"), status: 422});
      }
    },
  }),
  defineForumRoute({
    ...{id: "join-name", method: "GET", path: "/forum/join/name", form: none, ...step},
    purpose: "asks who joins for a name",
    carryOut: ({forum, sender}) => namePage(forum, sender),
  }),
  defineForumRoute({
    ...{id: "join-name-chosen", method: "POST", path: "/forum/join/name", ...step},
    purpose: "takes the name of who joins",
    mostBytes: 4000,
    form: z.object({name: z.string().max(400)}),
    carryOut: ({forum, sender, form: {name}}) => {
      const chosen = forum.domain.members.chooseName(sender.token, name);
      if (chosen.outcome === "over") return over(forum);
      if (chosen.outcome === "fault") return namePage(forum, sender, {name, fault: chosen.fault});
      return {kind: "go", to: "/forum/join/phrase"};
    },
  }),
  defineForumRoute({
    ...{id: "join-phrase", method: "GET", path: "/forum/join/phrase", form: none, ...step},
    purpose: "offers a pass phrase to who joins",
    carryOut: ({forum, sender}) => phrasePage(forum, sender),
  }),
  defineForumRoute({
    ...{id: "join-phrase-chosen", method: "POST", path: "/forum/join/phrase", ...step},
    purpose: "takes the pass phrase of who joins",
    mostBytes: 16_000,
    form: z.object({phrase: z.string().max(2000), twice: z.string().max(2000), offered: z.string().max(200)}),
    carryOut: async ({forum, sender, form: {phrase, twice, offered}}) => {
      if (phrase !== twice) return phrasePage(forum, sender, {offered, fault: "other", status: 422});
      const chosen = await forum.domain.members.choosePhrase(sender.token, phrase, [forum.publication]);
      switch (chosen.outcome) {
        case "taken":
          return {kind: "go", to: "/forum/join/second"};
        case "over":
          return over(forum);
        case "busy":
          return phrasePage(forum, sender, {offered, ...whyNot(forum.words, chosen)});
        case "fault":
          return phrasePage(forum, sender, {offered, fault: chosen.fault, status: 422});
      }
    },
  }),
  defineForumRoute({
    ...{id: "join-second", method: "GET", path: "/forum/join/second", who: "anybody", params: none, form: none},
    purpose: "offers a second factor to who joins, or to do without",
    query: secondQuery,
    carryOut: ({forum, sender, query}) => factorPage(forum, sender, query.with),
  }),
  defineForumRoute({
    ...{id: "join-second-proved", method: "POST", path: "/forum/join/second", ...step},
    purpose: "takes the second factor of who joins, and shows the recovery codes",
    form: secondProofForm,
    carryOut: async ({forum, sender, form}) => {
      const proof = secondProof(form, sender.site);
      const done = await forum.domain.members.join(sender.token, proof);
      if (done.outcome === "refused") return factorPage(forum, sender, proof.kind, true);
      return joinedOrNot(forum, sender, done);
    },
  }),
  defineForumRoute({
    ...{id: "join-done", method: "POST", path: "/forum/join/done", form: none, ...step},
    purpose: "joins without a second factor, and shows the recovery codes",
    carryOut: async ({forum, sender}) => {
      const done = await forum.domain.members.finish(sender.token);
      return joinedOrNot(forum, sender, done);
    },
  }),
];
