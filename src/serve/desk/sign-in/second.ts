import {z} from "zod";
import type {Proof} from "../../../accounts/signing-in.ts";
import {html, noMarkup} from "../../../render/markup/html.ts";
import {
  answeredAs,
  goingOn,
  hasName,
  hiddenField,
  type StepTold,
  saidAbove,
  textField,
  whyNot,
} from "../../forms/parts.ts";
import {passkeyForm} from "../../forms/passkey-form.ts";
import {none, type Sender} from "../../forms/route.ts";
import type {DeskAnswer, PageAnswer} from "../answer.ts";
import {scriptPath} from "../assets.ts";
import type {Desk} from "../desk.ts";
import {type DeskRoute, defineDeskRoute} from "../route.ts";

/** The second step, which makes a session whole, and the same asked again of one that is. */
const steps = {
  second: {action: "/sign-in/second", title: "desk-second"},
  again: {action: "/again", title: "desk-again"},
} as const;

type Step = keyof typeof steps;

async function secondPage(
  desk: Desk,
  step: Step,
  sender: Sender,
  to: string,
  told: StepTold = {},
): Promise<DeskAnswer> {
  const {words, accounts} = desk;
  const found = accounts.secondFactorsOf(sender.token);
  if (found === null) return {kind: "go", to: "/sign-in", token: null};
  const {action, title} = steps[step];
  const canShow = found.passkeys > 0 && hasName(sender.site.host);
  const options = canShow ? await accounts.askForPasskey(sender.token, sender.site) : null;
  const along = hiddenField("to", to);
  const passkey =
    options === null
      ? noMarkup
      : passkeyForm(words, {
          action,
          script: scriptPath("passkey"),
          what: "show",
          options,
          label: words.t("desk-second-passkey"),
          fields: along,
        });
  const byTotp = html`<form method="post" action="${action}" class="act">
${along}${textField({name: "code", label: words.t("desk-second-code"), means: words.t("desk-second-code-means"), autocomplete: "one-time-code", hasFocus: true, isNumber: true})}<p class="acts"><button class="main">${words.t("desk-second-on")}</button></p>
</form>
`;
  const byRecovery = html`<details>
<summary>${words.t("desk-second-recovery")}</summary>
<form method="post" action="${action}" class="act">
${along}${textField({name: "recovery", label: words.t("desk-second-recovery"), means: words.t("desk-second-recovery-means"), autocomplete: "off"})}<p class="acts"><button>${words.t("desk-second-on")}</button></p>
</form>
<p>${words.t("desk-second-lost")}</p>
</details>
`;
  const body = html`${saidAbove(told.said)}${step === "again" ? html`<p>${words.t("desk-again-means")}</p>\n` : noMarkup}${passkey}${found.hasTotp ? byTotp : noMarkup}${byRecovery}`;
  return {kind: "page", title: words.t(title), body, ...answeredAs(told)} satisfies PageAnswer;
}

const shown = z.object({
  to: goingOn,
  code: z.string().max(40).optional(),
  recovery: z.string().max(100).optional(),
  answer: z.string().max(20_000).optional(),
});

async function prove(desk: Desk, step: Step, sender: Sender, form: z.output<typeof shown>): Promise<DeskAnswer> {
  const {words} = desk;
  const {to, code, recovery, answer} = form;
  const proof: Proof =
    answer !== undefined
      ? {kind: "passkey", answer, site: sender.site}
      : recovery !== undefined
        ? {kind: "recovery", code: recovery}
        : {kind: "totp", code: code ?? ""};
  const attempt = await desk.accounts.prove(sender.token, proof);
  if (attempt.outcome === "on") return {kind: "go", to, token: attempt.token};
  if (attempt.outcome === "over") return {kind: "go", to: "/sign-in", token: null};
  if (attempt.outcome !== "refused") return secondPage(desk, step, sender, to, whyNot(words, attempt));
  return secondPage(desk, step, sender, to, {said: words.t("desk-second-refused"), status: 422});
}

const query = z.object({to: goingOn.default("/")});

/** The second step, and being asked again. */
export const secondRoutes: readonly DeskRoute[] = [
  defineDeskRoute({
    ...{id: "second", method: "GET", path: steps.second.action, who: "anybody", params: none, form: none, query},
    purpose: "asks for the second factor",
    carryOut: ({desk, visitor, sender, query: {to}}) =>
      visitor?.isWhole === true ? {kind: "go", to} : secondPage(desk, "second", sender, to),
  }),
  defineDeskRoute({
    ...{id: "second-shown", method: "POST", path: steps.second.action, who: "anybody", params: none, query: none},
    purpose: "the second step of signing in: a code, a passkey or a recovery code",
    form: shown,
    carryOut: ({desk, sender, form}) => prove(desk, "second", sender, form),
  }),
  defineDeskRoute({
    ...{id: "again", method: "GET", path: steps.again.action, who: "signed-in", params: none, form: none, query},
    purpose: "asks for the second factor again",
    carryOut: ({desk, sender, query: {to}}) => secondPage(desk, "again", sender, to),
  }),
  defineDeskRoute({
    ...{id: "again-shown", method: "POST", path: steps.again.action, who: "signed-in", params: none, query: none},
    purpose: "the second factor, shown again",
    form: shown,
    carryOut: ({desk, sender, form}) => prove(desk, "again", sender, form),
  }),
];
