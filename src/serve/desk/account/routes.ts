import {z} from "zod";
import type {SecondProof} from "../../../accounts/enrolment.ts";
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
import {answeredAs, type StepTold, saidAbove, whyNot} from "../../forms/parts.ts";
import {none, type Sender} from "../../forms/route.ts";
import type {DeskAnswer, PageAnswer} from "../answer.ts";
import {scriptPath} from "../assets.ts";
import type {Desk, Visitor} from "../desk.ts";
import {type DeskRoute, defineDeskRoute} from "../route.ts";
import {accountPage} from "./page.ts";

/** Every change of the own factors is for whoever has just shown the second one. */
const own = {who: "signed-in", again: true, params: none} as const;
const toAgain = {kind: "go", to: "/again?to=/account"} as const;

function phrasePage(
  {words}: Desk,
  {offered, fault, ...told}: StepTold & {readonly offered?: string; readonly fault?: TypedFault} = {},
): PageAnswer {
  const body = html`${saidAbove(told.said)}<p>${words.t("desk-account-phrase-means")}</p>
${phraseForm(words, {action: "/account/phrase", offered, fault})}`;
  return {kind: "page", title: words.t("desk-account-phrase"), body, ...answeredAs(told)};
}

async function secondPage(
  desk: Desk,
  {token, site}: Sender,
  way: SecondProof["kind"],
  isRefused = false,
): Promise<DeskAnswer> {
  const {words, accounts, publication} = desk;
  const asked = {action: "/account/second", way, site, script: scriptPath("passkey"), isRefused};
  const form = await secondForm(words, asked, {
    totp: () => accounts.offerOwnTotp(token, publication()),
    passkey: () => accounts.offerOwnPasskey(token, site, publication()),
  });
  if (form === null) return toAgain;
  const means = html`<p>${words.t("desk-account-add-totp-means")}</p>
`;
  return {
    kind: "page",
    title: words.t(`desk-account-add-${way}`),
    body: html`${way === "totp" ? means : noMarkup}${form}`,
    ...(isRefused && {status: 422}),
  };
}

const done = {kind: "go", to: "/account?done=yes"} as const;

function toldOf({words}: Desk, isDone: boolean): {readonly said?: string; readonly isFault?: boolean} {
  return isDone ? {said: words.t("desk-account-done"), isFault: false} : {};
}

/** The own account: factors, pass phrase, recovery codes, sessions. */
export const accountRoutes: readonly DeskRoute[] = [
  defineDeskRoute({
    ...{id: "account", method: "GET", path: "/account", who: "signed-in", params: none, form: none},
    purpose: "the own factors and sessions",
    query: z.object({done: z.literal("yes").optional()}),
    carryOut: ({desk, visitor, sender, query}) =>
      accountPage(desk, visitor!, sender, toldOf(desk, query.done === "yes")),
  }),
  defineDeskRoute({
    ...{id: "account-phrase", method: "GET", path: "/account/phrase", query: none, form: none, ...own},
    purpose: "offers another pass phrase",
    carryOut: ({desk}) => phrasePage(desk),
  }),
  defineDeskRoute({
    ...{id: "account-phrase-change", method: "POST", path: "/account/phrase", query: none, ...own},
    purpose: "changes the own pass phrase, and ends the own other sessions",
    mostBytes: 16_000,
    form: z.object({phrase: z.string().max(2000), twice: z.string().max(2000), offered: z.string().max(200)}),
    carryOut: async ({desk, sender, form: {phrase, twice, offered}}) => {
      if (phrase !== twice) return phrasePage(desk, {offered, fault: "other", status: 422});
      const chosen = await desk.accounts.changePhrase(sender.token, phrase, [desk.publication()]);
      if (chosen.outcome === "taken") return done;
      if (chosen.outcome === "over") return toAgain;
      if (chosen.outcome === "busy") return phrasePage(desk, {offered, ...whyNot(desk.words, chosen)});
      return phrasePage(desk, {offered, fault: chosen.fault, status: 422});
    },
  }),
  defineDeskRoute({
    ...{id: "account-second", method: "GET", path: "/account/second", form: none, ...own},
    purpose: "offers another second factor",
    query: secondQuery,
    carryOut: ({desk, sender, query}) => secondPage(desk, sender, query.with),
  }),
  defineDeskRoute({
    ...{id: "account-second-add", method: "POST", path: "/account/second", query: none, ...own},
    purpose: "takes another second factor, which is proved",
    form: secondProofForm,
    carryOut: async ({desk, sender, form}) => {
      const proof = secondProof(form, sender.site);
      const outcome = await desk.accounts.addSecond(sender.token, proof);
      if (outcome === "done") return done;
      return outcome === "over" ? toAgain : secondPage(desk, sender, proof.kind, true);
    },
  }),
  defineDeskRoute({
    ...{id: "account-second-drop", method: "POST", path: "/account/second/drop", query: none, ...own},
    purpose: "takes a second factor away, but the last",
    form: z.object({which: z.string().max(2000)}),
    carryOut: ({desk, visitor, sender, form}) => {
      const outcome = desk.accounts.dropSecond(sender.token, form.which);
      if (outcome === "over") return toAgain;
      return outcome === "last" ? lastStays(desk, visitor!, sender) : done;
    },
  }),
  defineDeskRoute({
    ...{id: "account-codes", method: "POST", path: "/account/codes", query: none, form: none, ...own},
    purpose: "makes new recovery codes, and shows them",
    carryOut: ({desk, sender}) => {
      const codes = desk.accounts.renewOwnCodes(sender.token);
      if (codes === null) return toAgain;
      return {kind: "page", title: desk.words.t("desk-codes"), body: codesShown(desk.words, codes, "/account")};
    },
  }),
  defineDeskRoute({
    ...{id: "account-sessions", method: "POST", path: "/account/sessions", who: "signed-in", params: none, query: none},
    purpose: "ends one of the own sessions, or all but this one",
    form: z.object({session: z.union([z.literal("others"), z.string().regex(/^\d{1,15}$/)])}),
    carryOut: ({desk, visitor, sender, form: {session}}) => {
      const {person} = visitor!;
      const here = desk.accounts.sessionOf(sender.token);
      const which = session === "others" ? {except: here?.id ?? 0} : {only: Number(session)};
      desk.accounts.endSessions(Number(person.id), person, which);
      return done;
    },
  }),
];

function lastStays(desk: Desk, visitor: Visitor, sender: Sender): PageAnswer {
  return accountPage(desk, visitor, sender, {said: desk.words.t("desk-account-last"), isFault: true});
}
