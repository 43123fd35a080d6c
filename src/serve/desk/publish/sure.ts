import type {Translator} from "../../../base/words/translator.ts";
import {html, type Markup} from "../../../render/markup/html.ts";
import type {Visitor} from "../desk.ts";

/**
 * The button of something that is signed, or, where the second factor has to be given again first, the way there and back.
 *
 * @param path Of the page that it is on.
 */
export function sureButton(words: Translator, visitor: Visitor | null, label: string, path: string): Markup {
  if (visitor?.isSureNow === true) {
    return html`<p><button class="main">${label}</button></p>
`;
  }
  return html`<p>${words.t("desk-again-means")}</p>
<p><a class="button" href="/again?to=${encodeURIComponent(path)}">${words.t("desk-again")}</a></p>
`;
}
