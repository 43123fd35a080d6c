import type {Translator} from "../../../base/words/translator.ts";
import {type Content, html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import {editionPath, erratumPath, relativeLink} from "../paths.ts";
import type {Vintage} from "../series.ts";
import {erratumName} from "./erratum-parts.ts";

/** From where a value is, with a link: its edition, or the erratum that brought it. */
export function vintageSource(
  {edition, erratum, erratumPage = 1, date}: Vintage,
  from: string,
  words: Translator,
): Markup {
  if (erratum !== null && date !== null) {
    const link = relativeLink(from, erratumPath({period: edition, number: erratum, page: erratumPage, date}));
    return html`<a href="${link}">${erratumName({period: edition, number: erratum}, words)}</a>`;
  }
  return html`<a href="${relativeLink(from, editionPath({period: edition}))}">${words.key(edition)}</a>`;
}

/** What happened to a value, in a word. */
export function vintageKind({kind}: Pick<Vintage, "kind">, words: Translator): string {
  return words.t(`site-kind-${kind}`);
}

/** Why a value is another: the publisher's reason, and what was found to have moved it. */
export function vintageWhy({reason, causes}: Pick<Vintage, "reason" | "causes">): Content {
  const found = causes.filter((cause) => cause !== reason);
  if (reason === null && found.length === 0) return noMarkup;
  const said = reason === null ? noMarkup : html`<bdi>${reason}</bdi>`;
  const list = found.map((cause) => html`<span class="when cause"><bdi>${cause}</bdi></span> `);
  return html`${said}${reason !== null && found.length > 0 ? " " : ""}${list}`;
}

/** A day as it stands in a cell; a dash where there is none. */
export function dayOrDash(date: string | null, words: Translator): string {
  return date === null ? "–" : words.shortDay(date);
}
