import type {Translator} from "../../../base/words/translator.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import type {ArchivedEdition} from "../archive/archive.ts";
import {summaryInForce} from "../site.ts";
import {asWritten} from "./sheet.ts";

/** What matters most of an edition, as it is in force; where errata did not keep that, as it was published, and it says so. */
export function summaryPart(edition: ArchivedEdition, words: Translator, most = Number.POSITIVE_INFINITY): Markup {
  const {sentences, isOutdated} = summaryInForce(edition);
  if (sentences.length === 0) return noMarkup;
  const before = isOutdated
    ? html`<p class="when">${words.t("site-as-published")}</p>
`
    : noMarkup;
  const said = sentences.slice(0, most).map(
    (sentence) => html`<p>${asWritten(sentence)}</p>
`,
  );
  return html`<div class="summary">
${before}${said}</div>
`;
}
