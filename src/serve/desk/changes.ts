import type {Translator} from "../../base/words/translator.ts";
import {type DifferencePart, textDifferences} from "../../operations/files/differences.ts";
import {html, type Markup} from "../../render/markup/html.ts";

const signs = {out: "−", in: "+", same: " "} as const;

/** What of a text goes and what comes, line by line, with the lines around. */
export function changesMarkup(before: string, after: string, words: Translator): Markup {
  const parts = textDifferences(before, after);
  if (parts === null) {
    return html`<p>${words.t("desk-changes-many")}</p>
`;
  }
  if (parts.length === 0) {
    return html`<p>${words.t("desk-changes-none")}</p>
`;
  }
  return html`<div class="changes" role="region" tabindex="0" dir="ltr" aria-label="${words.t("desk-changes")}">
${parts.map((part) => partMarkup(part, words))}</div>
`;
}

function partMarkup({line, lines}: DifferencePart, words: Translator): Markup {
  const all = lines.map(({kind, text}) => {
    // Read aloud, too: a sign alone is passed over.
    const said = kind === "same" ? "" : html`<span class="aloud">${words.t(`desk-changes-${kind}`)}: </span>`;
    const shown = html`<span class="sign" aria-hidden="true">${signs[kind]} </span>${said}<bdi>${text}</bdi>`;
    const element = {out: html`<del>${shown}</del>`, in: html`<ins>${shown}</ins>`, same: html`<span>${shown}</span>`};
    return html`${element[kind]}
`;
  });
  return html`<p class="when"><bdi>${words.t("desk-changes-line", {line: String(line)})}</bdi></p>
<pre>${all}</pre>
`;
}
