import type {Translator} from "../../../base/words/translator.ts";
import type {ArchivedEdition} from "../../../publish/site/archive/archive.ts";
import {asWritten} from "../../../publish/site/pages/sheet.ts";
import {methodologyPath, relativeLink} from "../../../publish/site/paths.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import {countedBy} from "../api/shapes.ts";

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

/** What was counted by several rules is not of one kind: said before the figures. */
export function rulesDoubt(editions: readonly ArchivedEdition[], words: Translator): Markup {
  if (countedBy(editions).length < 2) return noMarkup;
  return html`<div class="banner"><p>${words.t("site-several-rules")} <a href="#counted">${words.t("site-counted-how")}</a></p></div>
`;
}

/** The rules that editions were counted by, and which by each. @param path Of the page that it stands on. */
export function rulesList(editions: readonly ArchivedEdition[], path: string, words: Translator): Markup {
  const rules = countedBy(editions).map(({name, sha256, editions: own}) => {
    const link = relativeLink(path, methodologyPath(sha256));
    return html`<li><a href="${link}">${asWritten(name)}</a> <span class="when">${words.series(own.map((one) => words.key(one)))}</span></li>
`;
  });
  return rules.length === 0
    ? noMarkup
    : html`<ul>
${rules}</ul>
`;
}
