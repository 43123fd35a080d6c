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
import {answeredAs, type StepTold, saidAbove, textField, whyNot} from "../../forms/parts.ts";
import {none, type Sender} from "../../forms/route.ts";
import type {DeskAnswer, PageAnswer} from "../answer.ts";
import {scriptPath} from "../assets.ts";
import type {Desk} from "../desk.ts";
import {type DeskRoute, defineDeskRoute} from "../route.ts";

function codePage({words}: Desk, told: StepTold = {}): PageAnswer {
  const body = html`${saidAbove(told.said)}<form method="post" action="/join" class="act">
${textField({name: "code", label: words.t("desk-join-code"), means: words.t("desk-join-code-means"), autocomplete: "off", hasFocus: true})}<p class="acts"><button class="main">${words.t("desk-second-on")}</button> <a href="/sign-in">${words.t("desk-sign-in")}</a></p>
</form>
`;
  return {kind: "page", title: words.t("desk-join"), body, ...answeredAs(told)};
}

function over(desk: Desk): PageAnswer {
  return codePage(desk, {said: desk.words.t("desk-join-over"), status: 422});
}

function phrasePage(
  desk: Desk,
  {token}: Sender,
  {offered, fault, ...told}: StepTold & {readonly offered?: string; readonly fault?: TypedFault} = {},
): PageAnswer {
  const {words, accounts} = desk;
  const session = accounts.sessionOf(token);
  if (session?.stage !== "joining") return over(desk);
  const {name, role, isAnew} = session.invited;
  const body = html`${saidAbove(told.said)}<p>${words.t("desk-join-as", {name, role: words.t(`desk-role.${role}`)})}</p>
${isAnew ? html`<p>${words.t("desk-join-anew")}</p>\n` : noMarkup}${phraseForm(words, {action: "/join/phrase", name, offered, fault})}`;
  return {kind: "page", title: words.t("desk-phrase-new"), body, ...answeredAs(told)};
}

async function factorPage(
  desk: Desk,
  {token, site}: Sender,
  way: SecondProof["kind"],
  isRefused = false,
): Promise<DeskAnswer> {
  const {words, accounts, publication} = desk;
  const session = accounts.sessionOf(token);
  if (session?.stage !== "joining") return over(desk);
  if (!session.hasPhrase) return {kind: "go", to: "/join/phrase"};
  const asked = {action: "/join/second", way, site, script: scriptPath("passkey"), isRefused};
  const form = await secondForm(words, asked, {
    totp: () => accounts.offerTotpToJoiner(token, publication()),
    passkey: () => accounts.offerPasskeyToJoiner(token, site, publication()),
  });
  if (form === null) return over(desk);
  const other =
    way === "totp"
      ? html`<a href="/join/second?with=passkey">${words.t("desk-factor-passkey")}</a>`
      : html`<a href="/join/second">${words.t("desk-factor-totp")}</a>`;
  const body = html`${form}<p>${other}</p>
`;
  return {kind: "page", title: words.t("desk-factor-new"), body, ...(isRefused && {status: 422})};
}

/** Joining with a code: the code, a pass phrase, a second factor, and the recovery codes. */
export const joinRoutes: readonly DeskRoute[] = [
  defineDeskRoute({
    ...{id: "join", method: "GET", path: "/join", who: "anybody", params: none, query: none, form: none},
    purpose: "asks for a code of invitation",
    carryOut: ({desk}) => codePage(desk),
  }),
  defineDeskRoute({
    ...{id: "join-code", method: "POST", path: "/join", who: "anybody", params: none, query: none},
    purpose: "begins to join with a code of invitation",
    mostBytes: 4000,
    form: z.object({code: z.string().max(200)}),
    carryOut: ({desk, sender, form}) => {
      const attempt = desk.accounts.enterCode(form.code, sender.address);
      if (attempt.outcome === "on") return {kind: "go", to: "/join/phrase", token: attempt.token};
      if (attempt.outcome !== "refused") return codePage(desk, whyNot(desk.words, attempt));
      return codePage(desk, {said: desk.words.t("desk-join-refused"), status: 422});
    },
  }),
  defineDeskRoute({
    ...{id: "join-phrase", method: "GET", path: "/join/phrase", who: "anybody", params: none, query: none, form: none},
    purpose: "offers a pass phrase to who joins",
    carryOut: ({desk, sender}) => phrasePage(desk, sender),
  }),
  defineDeskRoute({
    ...{id: "join-phrase-chosen", method: "POST", path: "/join/phrase", who: "anybody", params: none, query: none},
    purpose: "takes the pass phrase of who joins",
    mostBytes: 16_000,
    form: z.object({phrase: z.string().max(2000), twice: z.string().max(2000), offered: z.string().max(200)}),
    carryOut: async ({desk, sender, form: {phrase, twice, offered}}) => {
      if (phrase !== twice) return phrasePage(desk, sender, {offered, fault: "other", status: 422});
      const chosen = await desk.accounts.choosePhrase(sender.token, phrase, [desk.publication()]);
      switch (chosen.outcome) {
        case "taken":
          return {kind: "go", to: "/join/second"};
        case "over":
          return over(desk);
        case "busy":
          return phrasePage(desk, sender, {offered, ...whyNot(desk.words, chosen)});
        case "fault":
          return phrasePage(desk, sender, {offered, fault: chosen.fault, status: 422});
      }
    },
  }),
  defineDeskRoute({
    ...{id: "join-second", method: "GET", path: "/join/second", who: "anybody", params: none, form: none},
    purpose: "offers a second factor to who joins",
    query: secondQuery,
    carryOut: ({desk, sender, query}) => factorPage(desk, sender, query.with),
  }),
  defineDeskRoute({
    ...{id: "join-second-proved", method: "POST", path: "/join/second", who: "anybody", params: none, query: none},
    purpose: "takes the second factor of who joins, and shows the recovery codes",
    form: secondProofForm,
    carryOut: async ({desk, sender, form}) => {
      const proof = secondProof(form, sender.site);
      const joined = await desk.accounts.join(sender.token, proof);
      if (joined.outcome === "over") return over(desk);
      if (joined.outcome === "refused") return factorPage(desk, sender, proof.kind, true);
      const {token, recoveryCodes} = joined;
      const body = codesShown(desk.words, recoveryCodes, "/");
      return {kind: "page", title: desk.words.t("desk-codes"), body, token};
    },
  }),
];
