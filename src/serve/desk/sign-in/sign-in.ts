import {z} from "zod";
import {html} from "../../../render/markup/html.ts";
import {answeredAs, goingOn, hiddenField, type StepTold, saidAbove, textField, whyNot} from "../../forms/parts.ts";
import {none} from "../../forms/route.ts";
import type {PageAnswer} from "../answer.ts";
import type {Desk} from "../desk.ts";
import {type DeskRoute, defineDeskRoute} from "../route.ts";

function signInPage(
  {words}: Desk,
  to: string,
  {name = "", ...told}: StepTold & {readonly name?: string} = {},
): PageAnswer {
  const body = html`${saidAbove(told.said)}<p>${words.t("desk-sign-in-means")}</p>
<form method="post" action="/sign-in">
${hiddenField("to", to)}${textField({name: "name", label: words.t("desk-sign-in-name"), autocomplete: "username", value: name, hasFocus: name === ""})}${textField({name: "phrase", label: words.t("desk-sign-in-phrase"), type: "password", autocomplete: "current-password", hasFocus: name !== ""})}<p class="acts"><button class="main">${words.t("desk-sign-in")}</button> <a href="/join">${words.t("desk-join")}</a></p>
</form>
`;
  return {kind: "page", title: words.t("desk-sign-in"), body, ...answeredAs(told)};
}

/** The first step, and signing out. */
export const signInRoutes: readonly DeskRoute[] = [
  defineDeskRoute({
    ...{id: "sign-in", method: "GET", path: "/sign-in", who: "anybody", params: none, form: none},
    purpose: "asks for name and pass phrase",
    query: z.object({to: goingOn.default("/")}),
    carryOut: ({desk, visitor, query}) =>
      visitor?.isWhole === true ? {kind: "go", to: query.to} : signInPage(desk, query.to),
  }),
  defineDeskRoute({
    ...{id: "sign-in-phrase", method: "POST", path: "/sign-in", who: "anybody", params: none, query: none},
    purpose: "the first step of signing in: name and pass phrase",
    mostBytes: 8000,
    form: z.object({name: z.string().max(400), phrase: z.string().max(1000), to: goingOn}),
    carryOut: async ({desk, sender, form: {name, phrase, to}}) => {
      const attempt = await desk.accounts.signIn({name, phrase, from: sender.address});
      if (attempt.outcome === "on")
        return {kind: "go", to: `/sign-in/second?to=${encodeURIComponent(to)}`, token: attempt.token};
      if (attempt.outcome !== "refused") return signInPage(desk, to, {name, ...whyNot(desk.words, attempt)});
      return signInPage(desk, to, {name, said: desk.words.t("desk-sign-in-refused"), status: 422});
    },
  }),
  defineDeskRoute({
    ...{id: "sign-out", method: "POST", path: "/sign-out", who: "anybody", params: none, query: none, form: none},
    purpose: "ends the session, and clears the browser",
    carryOut: ({desk, sender}) => {
      desk.accounts.endSession(sender.token);
      return {kind: "go", to: "/sign-in", token: null};
    },
  }),
];
