import type {Translator} from "../../../base/words/translator.ts";
import {html, type Markup} from "../../../render/markup/html.ts";
import type {ForumPage} from "../route.ts";
import {pageLinks} from "../threads/list-parts.ts";
import {pageFile} from "./links.ts";

/** A thread as it stands in the list. */
export interface ListedTitle {
  readonly thread: number;
  readonly title: string;
  readonly day: string;
}

/** Threads whose titles begin alike. */
interface Letter {
  readonly sign: string;
  readonly titles: readonly ListedTitle[];
}

const ofPage = 400;

/** The threads by their titles, from A to Z: an index with the letters, and pages of each. */
export function* titlePages(
  words: Translator,
  titles: readonly ListedTitle[],
): Generator<readonly [string, ForumPage]> {
  const letters = lettersOf(words, titles);
  const index = html`<ul class="threads">${letters.map(({sign, titles: own}) => {
    return html`<li><span class="name"><a href="${linkOf(sign)}">${sign}</a></span><span class="count">${words.t("forum-threads", {count: own.length})}</span></li>
`;
  })}</ul>
`;
  yield ["a-z.html", {kind: "page", title: "A–Z", body: index}];
  for (const {sign, titles: own} of letters) {
    const pages = Math.ceil(own.length / ofPage);
    for (let page = 1; page <= pages; page++) {
      const rows = own.slice((page - 1) * ofPage, page * ofPage).map(titleRow(words));
      const links = pageLinks(words, page, pages, (to) => pageFile(nameOf(sign), to).replace("a-z/", ""));
      const body = html`${links}<ul class="threads">${rows}</ul>
${links}`;
      yield [pageFile(nameOf(sign), page), {kind: "page", title: `A–Z: ${sign}`, body}];
    }
  }
}

function titleRow(words: Translator): (title: ListedTitle) => Markup {
  return ({thread, title, day}) =>
    html`<li><span class="name"><a href="/forum/t/${thread}"><bdi>${title === "" ? words.t("forum-withdrawn-title") : title}</bdi></a></span><span class="when"><time datetime="${day}">${words.day(day)}</time></span></li>
`;
}

function linkOf(sign: string): string {
  return pageFile(nameOf(sign), 1);
}

/** Any sign as a name that every disk and host takes. */
function nameOf(sign: string): string {
  return `a-z/${/^[A-Z]$/.test(sign) ? sign.toLowerCase() : sign === digits ? "0" : Buffer.from(sign).toString("hex")}`;
}

const digits = "0–9";
const others = "#";

function lettersOf({language}: Translator, titles: readonly ListedTitle[]): Letter[] {
  const {compare} = new Intl.Collator(language.locale, {numeric: true});
  const groups = Map.groupBy(titles, ({title}) => signOf(title));
  return [...groups]
    .map(([sign, own]) => ({sign, titles: own.toSorted((a, b) => compare(a.title, b.title) || a.thread - b.thread)}))
    .sort((a, b) => rank(a.sign) - rank(b.sign) || compare(a.sign, b.sign));
}

function rank(sign: string): number {
  return sign === digits ? 0 : sign === others ? 3 : /^[A-Z]$/.test(sign) ? 1 : 2;
}

/** Under what a title stands: its first letter without accents; titles in Chinese, whose letters are thousands, stand together. */
function signOf(title: string): string {
  const first = /[\p{L}\p{N}]/u.exec(title)?.[0] ?? "";
  const [plain = ""] = first.normalize("NFKD").toUpperCase();
  if (/\p{Nd}/u.test(plain)) return digits;
  if (/\p{Script=Han}/u.test(plain)) return "字";
  return /\p{L}/u.test(plain) ? plain : others;
}
