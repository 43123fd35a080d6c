import type {Translator} from "../../../base/words/translator.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import type {Term} from "../archive/extract.ts";
import {editionFile, editionPath, relativeLink, seriesPath} from "../paths.ts";
import type {ArchiveSite, SiteFile} from "../site.ts";
import {pageStamp, renderPage} from "./frame.ts";
import {asWritten} from "./sheet.ts";

const path = "find/index.html";
const [digits, noLetter] = ["0–9", "…"];
const mostOnPage = 300;
const mostLinks = 6;
const mostCharacters = 160;

/** Something that can be looked for, and where it stands. */
interface Entry {
  readonly text: string;
  readonly kind: Term["kind"] | "figure";
  /** From the root of the archive, with what each is called. The newest first. */
  readonly places: readonly {readonly path: string; readonly called: string}[];
  readonly count: number;
}

/** A page of the index: entries of one letter, or as many of them as a page holds. */
interface Leaf {
  readonly path: string;
  readonly called: string;
  readonly entries: readonly Entry[];
}

/** The index of figures, tables, documents and notes from A to Z: a search that needs no server and no script. */
export function findPages(site: ArchiveSite): SiteFile[] {
  const leaves = leavesOf(entriesOf(site), site.words);
  const index: SiteFile = {path, key: null, make: () => indexPage(site, leaves)};
  const paths = leaves.map((leaf) => leaf.path);
  return [
    index,
    ...leaves.map((leaf): SiteFile => {
      return {path: leaf.path, key: pageStamp(site, [leaf, paths]), make: () => leafPage(site, leaf, leaves)};
    }),
  ];
}

function entriesOf({archive, series, words}: ArchiveSite): Entry[] {
  const found = new Map<string, {text: string; kind: Term["kind"]; periods: string[]}>();
  for (const {report, period} of archive.editions.toReversed()) {
    for (const {kind, text} of report?.terms ?? []) {
      // Notes that say the same with other figures are one.
      const key = `${kind} ${kind === "note" ? text.replaceAll(/\d[\d.,\s\u202f]*/g, "0") : text}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, {text, kind, periods: [period]});
      else known.periods.push(period);
    }
  }
  const paths = new Map(
    archive.editions.map((edition) => {
      const hasReport = edition.files.some(({name}) => name === "report.html");
      return [edition.period, hasReport ? editionFile(edition.period, "report.html") : editionPath(edition)];
    }),
  );
  const figures = series.map((one): Entry => {
    return {
      text: one.label,
      kind: "figure",
      places: [{path: seriesPath(one), called: words.t("site-course")}],
      count: 1,
    };
  });
  const terms = [...found.values()].map(({text, kind, periods}): Entry => {
    const places = periods.slice(0, mostLinks).map((period) => ({path: paths.get(period)!, called: words.key(period)}));
    return {text, kind, places, count: periods.length};
  });
  const {compare} = new Intl.Collator(words.language.locale, {numeric: true});
  return [...figures, ...terms].toSorted(
    (one, other) => compare(one.text, other.text) || (one.kind < other.kind ? -1 : 1),
  );
}

function leavesOf(entries: readonly Entry[], {language}: Translator): Leaf[] {
  const {compare} = new Intl.Collator(language.locale);
  // What begins with no letter comes last.
  const placed = (letter: string): string => (letter === noLetter ? "1" : letter === digits ? "0" : `0 ${letter}`);
  const groups = [...Map.groupBy(entries, ({text}) => letterOf(text))];
  return groups
    .toSorted(([one], [other]) => compare(placed(one), placed(other)))
    .flatMap(([letter, own]) => {
      const count = Math.ceil(own.length / mostOnPage);
      return Array.from({length: count}, (_, place): Leaf => {
        const name = letter === digits ? "0-9" : letter === noLetter ? "other" : fileName(letter);
        const more = place === 0 ? "" : `-${place + 1}`;
        return {
          path: `find/${name}${more}.html`,
          called: count === 1 ? letter : `${letter} ${place + 1}`,
          entries: own.slice(place * mostOnPage, (place + 1) * mostOnPage),
        };
      });
    });
}

function fileName(letter: string): string {
  return /^[A-Z]$/.test(letter) ? letter.toLowerCase() : `u${letter.codePointAt(0)!.toString(16)}`;
}

/** Under which letter does a text stand? Those of scripts with thousands of signs stand together. */
function letterOf(text: string): string {
  const plain = text.normalize("NFD").replace(/^[^\p{L}\p{N}]+/u, "");
  const first = String.fromCodePoint(plain.codePointAt(0) ?? 0x2026).toUpperCase();
  if (/^\p{N}/u.test(first)) return digits;
  return /^\p{L}$/u.test(first) && !/^[\p{Script=Han}\p{Script=Hangul}]$/u.test(first) ? first : noLetter;
}

function indexPage(site: ArchiveSite, leaves: readonly Leaf[]): string {
  const {words} = site;
  const title = words.t("site-find");
  const lead = words.t("site-find-means");
  const body = html`<h1>${title}</h1>
<p class="lead">${lead}</p>
${letters(leaves, path, words)}`;
  return renderPage(site, {path, title, description: lead, body});
}

function letters(leaves: readonly Leaf[], from: string, words: Translator): Markup {
  if (leaves.length === 0)
    return html`<p>${words.t("site-nothing-to-find")}</p>
`;
  const links = leaves.map((leaf) => {
    const current = leaf.path === from ? html` aria-current="page"` : noMarkup;
    return html`<li><a href="${relativeLink(from, leaf.path)}"${current}>${leaf.called}</a></li>`;
  });
  return html`<nav aria-label="${words.t("site-letters")}">
<ul class="letters">${links}</ul>
</nav>
`;
}

function leafPage(site: ArchiveSite, leaf: Leaf, leaves: readonly Leaf[]): string {
  const {words} = site;
  const title = words.t("label-and-text", {label: words.t("site-find"), text: leaf.called});
  const list = leaf.entries.map(({text, kind, places, count}) => {
    const links = places.map(
      ({path: to, called}, place) =>
        html`${place > 0 ? ", " : ""}<a href="${relativeLink(leaf.path, to)}">${called}</a>`,
    );
    const more =
      count > places.length
        ? html` <span class="when">${words.t("site-and-others", {count: count - places.length})}</span>`
        : noMarkup;
    const shown = text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text;
    return html`<li>${asWritten(shown)} <span class="when">${words.t(`site-term-${kind}`)}</span> ${links}${more}</li>
`;
  });
  const body = html`<h1>${title}</h1>
${letters(leaves, leaf.path, words)}<ul class="plain">
${list}</ul>
`;
  return renderPage(site, {path: leaf.path, title, description: words.t("site-find-means"), body});
}
