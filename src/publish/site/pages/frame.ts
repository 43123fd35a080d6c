import {sha256} from "../../../base/sha256.ts";
import type {MessageId} from "../../../base/words/message.ts";
import type {Translator} from "../../../base/words/translator.ts";
import {html, type Markup, noMarkup, trusted} from "../../../render/markup/html.ts";
import type {ArchivedKey} from "../archive/archive.ts";
import {relativeLink} from "../paths.ts";
import type {ArchiveSite} from "../site.ts";
import {formPolicy, sitePolicy, siteStyle} from "./style.ts";

/** A page of the archive. */
export interface Page {
  readonly path: string;
  readonly title: string;
  /** What it holds, in a sentence. */
  readonly description: string;
  /** Further links and data of its head. */
  readonly head?: Markup;
  readonly body: Markup;
  /** With what the edition is signed that the page is of; left out where it is of none. */
  readonly signedWith?: string | null;
  /** Does a form stand in it, which the server that shows it answers? */
  readonly hasForm?: boolean;
}

/** The pages that every page leads to. */
const parts = [
  ["index.html", "site-latest"],
  ["series/index.html", "site-figures"],
  ["editions/index.html", "site-editions"],
  ["errata/index.html", "site-errata"],
  ["methodology/index.html", "site-methodology"],
  ["find/index.html", "site-find"],
  ["data/index.html", "site-data"],
  ["verify.html", "site-verify"],
] as const satisfies readonly (readonly [string, MessageId])[];

/** A server of ours has one more: what stands there is made as it is asked for. */
const servedParts = [...parts.slice(0, 2), ["explore/", "site-explore"] as const, ...parts.slice(2)];

/**
 * A page as a file that needs nothing else: no script, no font, no picture, no request to anywhere.
 *
 * The same page gives the same bytes.
 */
export function renderPage(site: ArchiveSite, page: Page): string {
  const {path, title, description, head = noMarkup, body, hasForm = false} = page;
  const {words, publication, address, broadsheet} = site;
  // A server shows the page of what there is not under any address.
  const isAnywhere = path === "404.html" && address !== null;
  const to = (target: string): string => (isAnywhere ? address + relativeLink("", target) : relativeLink(path, target));
  const forum = site.forum === undefined ? noMarkup : html`<li><a href="${site.forum}">${words.t("forum")}</a></li>`;
  const whole = path === "index.html" ? title : words.t("site-title-of-page", {title, publication});
  return html`${openingOf(words)}<meta http-equiv="Content-Security-Policy" content="${trusted(hasForm ? formPolicy : sitePolicy)}">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Broadsheet ${broadsheet}">
<meta name="description" content="${description}">
<title>${whole}</title>
${
  address === null
    ? noMarkup
    : html`<link rel="canonical" href="${address}${path === "index.html" ? "" : relativeLink("", path)}">
`
}<link rel="alternate" type="application/atom+xml" title="${publication}" href="${to("atom.xml")}">
<link rel="alternate" type="application/feed+json" title="${publication}" href="${to("feed.json")}">
${head}<style>${trusted(siteStyle)}</style>
</head>
<body>
<a class="skip" href="#content">${words.t("site-skip")}</a>
<header class="bar-of-pages">
<p class="publication"><a href="${to("index.html")}"><bdi>${publication}</bdi></a></p>
<nav aria-label="${words.t("site-navigation")}">
<ul>${(site.isServed === true ? servedParts : parts).map(([target, id]) => {
    const current = target === path || `${target}index.html` === path ? html` aria-current="page"` : noMarkup;
    return html`<li><a href="${to(target)}"${current}>${words.t(id)}</a></li>`;
  })}${forum}</ul>
</nav>
</header>
<main id="content">
${body}</main>
<footer class="foot"><div>
${footWords(site, page, to)}</div></footer>
</body>
</html>
`.html;
}

/** How a page begins, up to the middle of its head: in which language it is, and that nobody is told where the reader came from. */
export function openingOf({language: {tag, direction}}: Translator): Markup {
  return html`<!DOCTYPE html>
<html lang="${tag}"${direction === "rtl" ? html` dir="rtl"` : noMarkup}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
`;
}

function footWords(site: ArchiveSite, page: Page, to: (target: string) => string): Markup {
  const {words, broadsheet} = site;
  return html`${keyLine(site, page, to)}<p>${words.t("site-no-watching")} <a href="${to("atom.xml")}">Atom</a> · <a href="${to("feed.json")}">JSON Feed</a> · <a href="${to("log.txt")}">${words.t("site-chain")}</a> · Broadsheet ${broadsheet}</p>
`;
}

/** Behind what is said of a key: since when it is not to be trusted; nothing of one that was not revoked. */
export function revokedSince({revokedOn}: ArchivedKey, words: Translator): Markup {
  if (revokedOn === null) return noMarkup;
  return html` <strong>${words.t("site-key-revoked", {day: words.day(revokedOn)})}</strong>`;
}

/** The key: of an edition's page that which signed it, elsewhere that which signs now. */
function keyLine({words, archive}: ArchiveSite, {signedWith}: Page, to: (target: string) => string): Markup {
  if (signedWith === null) return noMarkup;
  const keys = archive.keys?.all ?? [];
  const key = signedWith === undefined ? keys.at(-1) : keys.find((one) => one.key === signedWith);
  if (key === undefined) return noMarkup;
  const said = words.t(signedWith === undefined ? "site-signed-with" : "site-this-signed-with");
  return html`<p>${said} <code>${key.key}</code> (<code>${key.number}</code>)${revokedSince(key, words)} · <a href="${to("verify.html")}">${words.t("site-verify")}</a></p>
`;
}

/**
 * What says whether a page has to be made again: the same for as long as neither what stands on it nor what stands on every page changes.
 *
 * @param said All that the page alone is made from.
 */
export function pageStamp({publication, words, address, broadsheet, archive}: ArchiveSite, said: unknown): string {
  const everywhere = [publication, words.language.tag, address, broadsheet, archive.keys?.all, sitePolicy];
  return sha256(JSON.stringify([said, everywhere]));
}

/** A part of a page under its heading; nothing where it holds nothing. */
export function part(heading: string, content: Markup, id = ""): Markup {
  if (content === noMarkup) return noMarkup;
  const own = id === "" ? noMarkup : html` id="${id}"`;
  return html`<section${own}>
<h2>${heading}</h2>
${content}</section>
`;
}
