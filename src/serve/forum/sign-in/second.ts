import {z} from "zod";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import {answeredAs, hasName, hiddenField, type StepTold, saidAbove, textField, whyNot} from "../../forms/parts.ts";
import {passkeyForm} from "../../forms/passkey-form.ts";
import {none, type Sender} from "../../forms/route.ts";
import {forumScriptPath} from "../assets.ts";
import type {ForumPages} from "../pages.ts";
import {defineForumRoute, type ForumAnswer, type ForumRoute} from "../route.ts";
import {formGoingOn, goingOnTo} from "./sign-in.ts";

/** The second step, which makes a session whole, and the same asked again of one that is. */
const steps = {
  second: {action: "/forum/sign-in/second", title: "desk-second"},
  again: {action: "/forum/again", title: "desk-again"},
} as const;

type Step = keyof typeof steps;

async function secondStep(
  forum: ForumPages,
  step: Step,
  sender: Sender,
  to: string,
  told: StepTold = {},
): Promise<ForumAnswer> {
  const {words, domain} = forum;
  const {members} = domain;
  const found = members.secondFactorsOf(sender.token);
  if (found === null) return {kind: "go", to: "/forum/sign-in", token: null};
  const {action, title} = steps[step];
  const along = hiddenField("to", to);
  const field = (
    parts: Parameters<typeof textField>[0],
  ): Markup => html`<form method="post" action="${action}" class="act">
${along}${textField(parts)}<p class="acts"><button class="main">${words.t("desk-second-on")}</button></p>
</form>
`;
  const hasSecond = found.hasTotp || found.passkeys > 0;
  const canShow = found.passkeys > 0 && hasName(sender.site.host);
  const options = canShow ? await members.askForPasskey(sender.token, sender.site) : null;
  const script = forumScriptPath("passkey");
  const passkey =
    options === null
      ? noMarkup
      : passkeyForm(words, {
          action,
          script,
          what: "show",
          options,
          label: words.t("desk-second-passkey"),
          fields: along,
        });
  const phrase = {
    name: "phrase",
    label: words.t("desk-sign-in-phrase"),
    type: "password",
    autocomplete: "current-password",
    hasFocus: true,
  } as const;
  const byTotp = field({
    name: "code",
    label: words.t("desk-second-code"),
    means: words.t("desk-second-code-means"),
    autocomplete: "one-time-code",
    hasFocus: true,
    isNumber: true,
  });
  const byRecovery = html`<details>
<summary>${words.t("desk-second-recovery")}</summary>
${field({name: "recovery", label: words.t("desk-second-recovery"), means: words.t("desk-second-recovery-means"), autocomplete: "off"})}</details>
`;
  const means =
    step === "second" ? noMarkup : html`<p>${words.t(hasSecond ? "desk-again-means" : "forum-again-phrase")}</p>\n`;
  const body = hasSecond
    ? html`${saidAbove(told.said)}${means}${passkey}${found.hasTotp ? byTotp : noMarkup}${byRecovery}`
    : html`${saidAbove(told.said)}${means}${field(phrase)}`;
  return {
    ...{kind: "page", title: words.t(title), body, ...answeredAs(told)},
    ...(options !== null && {script: "passkey" as const}),
  };
}

const shown = z.object({
  to: formGoingOn,
  code: z.string().max(40).optional(),
  recovery: z.string().max(100).optional(),
  answer: z.string().max(20_000).optional(),
  phrase: z.string().max(1000).optional(),
});

async function prove(
  forum: ForumPages,
  step: Step,
  sender: Sender,
  {to, code, recovery, answer, phrase}: z.output<typeof shown>,
): Promise<ForumAnswer> {
  const {words, domain} = forum;
  const proof =
    answer !== undefined
      ? ({kind: "passkey", answer, site: sender.site} as const)
      : recovery !== undefined
        ? ({kind: "recovery", code: recovery} as const)
        : phrase !== undefined
          ? ({kind: "phrase", phrase} as const)
          : ({kind: "totp", code: code ?? ""} as const);
  const attempt = await domain.members.prove(sender.token, proof);
  if (attempt.outcome === "on") return {kind: "go", to, token: attempt.token};
  if (attempt.outcome === "over") return {kind: "go", to: "/forum/sign-in", token: null};
  if (attempt.outcome !== "refused") return secondStep(forum, step, sender, to, whyNot(words, attempt));
  return secondStep(forum, step, sender, to, {said: words.t("desk-second-refused"), status: 422});
}

/** The second step, and being asked again. */
export const memberSecondRoutes: readonly ForumRoute[] = [
  defineForumRoute({
    ...{id: "second", method: "GET", path: steps.second.action, who: "anybody", params: none, form: none},
    purpose: "asks for the second factor",
    query: goingOnTo,
    carryOut: ({forum, visitor, sender, query: {to}}) =>
      visitor?.isWhole === true ? {kind: "go", to} : secondStep(forum, "second", sender, to),
  }),
  defineForumRoute({
    ...{id: "second-shown", method: "POST", path: steps.second.action, who: "anybody", params: none, query: none},
    purpose: "the second step of signing in: a code, a passkey or a recovery code",
    form: shown,
    carryOut: ({forum, sender, form}) => prove(forum, "second", sender, form),
  }),
  defineForumRoute({
    ...{id: "again", method: "GET", path: steps.again.action, who: "member", params: none, form: none},
    purpose: "asks for the second factor again, or for the pass phrase where there is none",
    query: goingOnTo,
    carryOut: ({forum, sender, query: {to}}) => secondStep(forum, "again", sender, to),
  }),
  defineForumRoute({
    ...{id: "again-shown", method: "POST", path: steps.again.action, who: "member", params: none, query: none},
    purpose: "the second factor, or the pass phrase, shown again",
    form: shown,
    carryOut: ({forum, sender, form}) => prove(forum, "again", sender, form),
  }),
];
