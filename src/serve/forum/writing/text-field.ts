import type {Translator} from "../../../base/words/translator.ts";
import {fieldText, html, type Markup, noMarkup} from "../../../render/markup/html.ts";

/** A field for a text of several lines, with what it means and what is wrong with it. */
export interface LongField {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly means?: string | undefined;
  readonly fault?: string | undefined;
  readonly isRequired?: boolean;
  readonly hasFocus?: boolean;
  readonly lines?: number;
}

/** Its markup: the label, the text as it was typed, and what is said of it. */
export function longField({
  name,
  label,
  value,
  means,
  fault,
  isRequired = true,
  hasFocus = false,
  lines,
}: LongField): Markup {
  const says = [...(fault === undefined ? [] : [`${name}-fault`]), ...(means === undefined ? [] : [`${name}-means`])];
  const described = says.length === 0 ? noMarkup : html` aria-describedby="${says.join(" ")}"`;
  const invalid = fault === undefined ? noMarkup : html` aria-invalid="true"`;
  const rows = lines === undefined ? noMarkup : html` rows="${lines}"`;
  return html`<div class="field">
<label for="${name}">${label}</label>
<textarea class="post-text" id="${name}" name="${name}" dir="auto"${rows}${isRequired ? html` required` : noMarkup}${described}${invalid}${hasFocus ? html` autofocus` : noMarkup}>
${fieldText(value)}</textarea>
${fault === undefined ? noMarkup : html`<p class="fault" id="${name}-fault" role="alert">${fault}</p>\n`}${means === undefined ? noMarkup : html`<p class="means" id="${name}-means">${means}</p>\n`}</div>
`;
}

/** A choice of one of several, as a list to be opened. */
export function chooseField({
  name,
  label,
  choices,
  chosen,
}: {
  readonly name: string;
  readonly label: string;
  /** Value and text. */
  readonly choices: readonly (readonly [string, string])[];
  readonly chosen?: string | undefined;
}): Markup {
  const options = choices.map(
    ([value, text]) => html`<option value="${value}"${value === chosen ? html` selected` : noMarkup}>${text}</option>`,
  );
  return html`<div class="field short">
<label for="${name}">${label}</label>
<select id="${name}" name="${name}">${options}</select>
</div>
`;
}

const known = [
  "empty",
  "too-long",
  "signs",
  "like-another",
  "like-staff",
  "quotes",
  "edition",
  "waiting",
  "held",
] as const;

/** What is wrong with what was typed, in words. */
export function faultText(words: Translator, fault: string): string {
  const id = known.find((one) => one === fault) ?? "refused";
  return words.t(`forum-fault.${id}`);
}
