import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";

/** One thing that can be chosen. */
export function choiceOption(value: string, text: string, isChosen: boolean): Markup {
  return html`<option value="${value}"${isChosen ? html` selected` : noMarkup}>${text}</option>
`;
}

/** A list to choose from, under its label. */
export function choiceField(name: string, label: string, options: readonly Markup[]): Markup {
  return html`<p><label for="choose-${name}">${label}</label> <select id="choose-${name}" name="${name}">
${options}</select></p>
`;
}
