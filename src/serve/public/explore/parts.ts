import type {Translator} from "../../../base/words/translator.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";

/** The two pages of exploring, each leading to the other. */
export function exploreParts(words: Translator, current: "figures" | "tables", up: string): Markup {
  const parts = [
    ["figures", up === "" ? "./" : up, "site-figures"],
    ["tables", up === "" ? "tables/" : "./", "site-tables"],
  ] as const;
  const links = parts.map(([id, to, label]) => {
    return html`<li><a href="${to}"${id === current ? html` aria-current="page"` : noMarkup}>${words.t(label)}</a></li>
`;
  });
  return html`<ul class="letters">
${links}</ul>
`;
}
