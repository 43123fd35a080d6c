import {inGroups} from "../../../base/sha256.ts";
import {html, noMarkup} from "../../../render/markup/html.ts";
import {closedBanner} from "../frame.ts";
import type {ForumPages} from "../pages.ts";
import type {ForumPage} from "../route.ts";
import {withoutServer} from "./links.ts";

/** What stands around every page of a forum that has no server any more. */
export interface StaticFrame {
  readonly forum: ForumPages;
  /** Where an address of the served forum is in the folder; null where it is not. */
  readonly placeOf: (address: string) => string | null;
  /** On which the folder was written, YYYY-MM-DD. */
  readonly day: string;
}

/**
 * A page that needs no server: it has no form and no script, and every link leads to a file of the folder.
 *
 * @param path Of the page in the folder.
 */
export function frameStatic({forum, placeOf, day}: StaticFrame, path: string, {title, body}: ForumPage): string {
  const {words, publication, domain} = forum;
  const {tag, direction} = words.language;
  const up = path.includes("/") ? "../" : "";
  const state = domain.state();
  const feed = placeOf(feedOf(path));
  const parts = [
    ["index.html", words.t("forum-sections")],
    ["a-z.html", "A–Z"],
    ["rules.html", words.t("forum-rules")],
    ["log.html", words.t("forum-log")],
  ] as const;
  const links = parts.map(([to, text]) => {
    return html`<li><a href="${up}${to}"${to === path ? html` aria-current="page"` : noMarkup}>${text}</a></li>`;
  });
  return html`<!DOCTYPE html>
<html lang="${tag}"${direction === "rtl" ? html` dir="rtl"` : noMarkup}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${words.t("site-title-of-page", {title, publication})}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${up}style.css">
${feed === null ? noMarkup : html`<link rel="alternate" type="application/atom+xml" title="${title}" href="${up}${feed}">\n`}</head>
<body class="forum">
<a class="skip" href="#content">${words.t("site-skip")}</a>
<header class="bar-of-pages">
<p class="publication"><a href="${up}index.html"><bdi>${publication}</bdi> · ${words.t("forum")}</a></p>
<nav aria-label="${words.t("forum-navigation")}">
<ul>${links}</ul>
</nav>
</header>
<main id="content">
${state.kind === "closed" && state.since !== "" ? closedBanner(words, state) : noMarkup}<h1><bdi>${title}</bdi></h1>
${withoutServer(body, placeOf, up)}</main>
<footer class="foot"><div>
<p><time datetime="${day}">${words.day(day)}</time> · <a href="${up}atom.xml">Atom</a> · <a href="${up}forum.jsonl">JSON</a></p>
<p>${words.t("forum-head")} <code dir="ltr">${inGroups(domain.log.head())}</code></p></div></footer>
</body>
</html>
`.html;
}

/** The feed of what is on a page, by its address where it is served. */
function feedOf(path: string): string {
  const [, kind, id] = /^([st])\/([\w-]+?)(?:\.\d+)?\.html$/.exec(path) ?? [];
  return kind === undefined ? "/forum/atom.xml" : `/forum/${kind}/${id}/atom.xml`;
}
