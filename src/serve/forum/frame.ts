import {inGroups} from "../../base/sha256.ts";
import {html, type Markup, noMarkup} from "../../render/markup/html.ts";
import {forumScriptPath, forumStylePath} from "./assets.ts";
import {type ForumPages, isFor, type SignedInMember} from "./pages.ts";
import type {ForumPage} from "./route.ts";

const base =
  "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** What a page of the forum may do: show itself with its own style, and send its forms to itself. No script. */
export const forumPolicy = base;

/** The same of a page that has a script of its own. */
export const scriptedPolicy = `${base}; script-src 'self'`;

/** A page in the frame of the forum. */
export function frameForum(forum: ForumPages, visitor: SignedInMember | null, path: string, page: ForumPage): string {
  const {words, publication} = forum;
  const {title, body, script} = page;
  const {tag, direction} = words.language;
  const feed = /^\/forum\/(?:[st]\/[\w-]+\/?)?$/.test(path) ? `${path.replace(/\/$/, "")}/atom.xml` : null;
  return html`<!DOCTYPE html>
<html lang="${tag}"${direction === "rtl" ? html` dir="rtl"` : noMarkup}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${words.t("site-title-of-page", {title, publication})}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${forumStylePath}">
${feed === null ? noMarkup : html`<link rel="alternate" type="application/atom+xml" title="${title}" href="${feed}">\n`}${script === undefined ? noMarkup : html`<script type="module" src="${forumScriptPath(script)}"></script>\n`}</head>
<body class="forum">
<a class="skip" href="#content">${words.t("site-skip")}</a>
<header class="bar-of-pages">
<p class="publication"><a href="/forum/"><bdi>${publication}</bdi> · ${words.t("forum")}</a></p>
<nav aria-label="${words.t("forum-navigation")}">
<ul>${links(forum, visitor, path)}</ul>
</nav>
${whoIs(forum, visitor)}</header>
<main id="content">
${stateOf(forum, visitor)}<h1><bdi>${title}</bdi></h1>
${body}</main>
<footer class="foot"><div>
<p>${words.t("forum-no-watching")} <a href="/forum/atom.xml">Atom</a> · <a href="/forum/log">${words.t("forum-log")}</a></p>
${headPart(forum)}</div></footer>
</body>
</html>
`.html;
}

/** With what the moderation log ends: whoever has written it down sees whether it was written anew. */
function headPart({words, domain}: ForumPages): Markup {
  const head = domain.log.head();
  if (head === "") return noMarkup;
  return html`<p>${words.t("forum-head")} <code dir="ltr">${inGroups(head)}</code></p>
`;
}

function links({words, archive, domain}: ForumPages, visitor: SignedInMember | null, path: string): Markup[] {
  const link = (to: string, text: string): Markup => {
    const isCurrent = path === to;
    return html`<li><a href="${to}"${isCurrent ? html` aria-current="page"` : noMarkup}>${text}</a></li>`;
  };
  const parts = [
    ["/forum/", "forum-sections"],
    ["/forum/search", "forum-search"],
    ["/forum/rules", "forum-rules"],
    ["/forum/privacy", "forum-privacy"],
  ] as const;
  const reports = archive();
  return [
    ...(reports === null ? [] : [link(reports, words.t("forum-archive"))]),
    ...parts.map(([to, id]) => link(to, words.t(id))),
    ...(isFor(visitor, "moderator")
      ? [
          link("/forum/queue", words.t("forum-queue", {count: domain.queueCount()})),
          link("/forum/people", words.t("forum-people")),
        ]
      : []),
  ];
}

function whoIs({words}: ForumPages, visitor: SignedInMember | null): Markup {
  if (visitor?.isWhole !== true) {
    return html`<div class="who"><a href="/forum/sign-in">${words.t("desk-sign-in")}</a> · <a href="/forum/join">${words.t("forum-join")}</a></div>
`;
  }
  const {name, role} = visitor.member;
  return html`<div class="who"><a href="/forum/account"><bdi>${name}</bdi></a> (${words.t(`forum-role.${role}`)}) <form method="post" action="/forum/sign-out"><button>${words.t("desk-sign-out")}</button></form></div>
`;
}

/** Since when the forum is closed, and what was said of it. */
export function closedBanner(
  words: ForumPages["words"],
  {since, notice}: {readonly since: string; readonly notice: string},
): Markup {
  return html`<div class="banner" role="note"><p>${words.t("forum-closed", {day: words.day(since)})}</p>
${notice === "" ? noMarkup : html`<p dir="auto">${notice}</p>\n`}</div>
`;
}

/** What stands above every page: that it is closed; and of what is shut by itself those who moderate are told. */
function stateOf({words, domain}: ForumPages, visitor: SignedInMember | null): Markup {
  const state = domain.state();
  if (state.kind === "closed") {
    return closedBanner(words, state);
  }
  if (state.kind === "joining-shut" && state.why === "flood" && isFor(visitor, "moderator")) {
    return html`<div class="banner" role="note"><p>${words.t("forum-flood")}</p></div>
`;
  }
  return noMarkup;
}
