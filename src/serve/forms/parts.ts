import {z} from "zod";
import type {Translator} from "../../base/words/translator.ts";
import {html, type Markup, noMarkup} from "../../render/markup/html.ts";
import type {FormPage} from "./answer.ts";

/** A path of the desk to go on to: never another site. What is none leads to the first page. */
export const goingOn = z
  .string()
  .max(1000)
  .regex(/^\/(?![/\\])[\w\-./~%?=&+:,@!$'()*;]*$/)
  .catch("/");

/** What stands in a field of one line. */
export interface FieldParts {
  readonly name: string;
  readonly label: string;
  /** As HTML knows what goes in: `current-password`, `one-time-code`. */
  readonly autocomplete: string;
  readonly type?: "text" | "password";
  readonly value?: string;
  readonly means?: string;
  /** What is wrong with what was typed. */
  readonly fault?: string | undefined;
  readonly hasFocus?: boolean;
  readonly isNumber?: boolean;
}

/** A field of one line with its label, what it means, and what is wrong with it. */
export function textField(parts: FieldParts): Markup {
  const {
    name,
    label,
    autocomplete,
    type = "text",
    value = "",
    means,
    fault,
    hasFocus = false,
    isNumber = false,
  } = parts;
  const says = [...(fault === undefined ? [] : [`${name}-fault`]), ...(means === undefined ? [] : [`${name}-means`])];
  const described = says.length === 0 ? noMarkup : html` aria-describedby="${says.join(" ")}"`;
  const invalid = fault === undefined ? noMarkup : html` aria-invalid="true"`;
  const focus = hasFocus ? html` autofocus` : noMarkup;
  const mode = isNumber ? html` inputmode="numeric"` : noMarkup;
  return html`<div class="field short">
<label for="${name}">${label}</label>
<input type="${type}" id="${name}" name="${name}" value="${value}" autocomplete="${autocomplete}" autocapitalize="none" spellcheck="false" required${described}${invalid}${focus}${mode}>
${fault === undefined ? noMarkup : html`<p class="fault" id="${name}-fault" role="alert">${fault}</p>\n`}${means === undefined ? noMarkup : html`<p class="means" id="${name}-means">${means}</p>\n`}</div>
`;
}

/** A field that goes along unseen. */
export function hiddenField(name: string, value: string): Markup {
  return html`<input type="hidden" name="${name}" value="${value}">
`;
}

/** What is said at the top of a page: something was not taken, or was done. */
export function saidAbove(text: string | undefined, isFault = true): Markup {
  if (text === undefined) return noMarkup;
  return html`<div class="said" role="${isFault ? "alert" : "status"}"><p>${text}</p></div>
`;
}

/** What is said of a step that was not taken, and with which status. */
export interface StepTold {
  readonly said?: string;
  readonly status?: 422 | 429 | 503;
  readonly retrySeconds?: number;
}

/** How a page is answered that says so. */
export function answeredAs({
  status,
  retrySeconds,
}: Pick<FormPage<string>, "status" | "retrySeconds">): Pick<FormPage<string>, "status" | "retrySeconds"> {
  return {...(status !== undefined && {status}), ...(retrySeconds !== undefined && {retrySeconds})};
}

/** Why a step was not taken, and when to try again. */
export function whyNot(
  words: Translator,
  {outcome, seconds}: {readonly outcome: "wait" | "busy"; readonly seconds: number},
): StepTold {
  return outcome === "wait"
    ? {said: words.t("desk-sign-in-wait", {seconds}), status: 429, retrySeconds: seconds}
    : {said: words.t("desk-sign-in-busy"), status: 503, retrySeconds: seconds};
}

/** Has the host a name, as passkeys need it? */
export function hasName(host: string): boolean {
  return !/^[\d.]+$|^\[/.test(host);
}
