import {html, type Markup} from "../../../render/markup/html.ts";
import {none} from "../../forms/route.ts";
import type {ForumPages} from "../pages.ts";
import {defineForumRoute, type ForumPage, type ForumRoute} from "../route.ts";

function rulesPage({words, rules}: ForumPages): ForumPage {
  const body = html`<p>${words.t("forum-rules-means")}</p>
<ol>${rules.map((rule) => html`<li><bdi>${rule}</bdi></li>\n`)}</ol>
<p>${words.t("forum-rules-how")} <a href="/forum/log">${words.t("forum-log")}</a></p>
`;
  return {kind: "page", title: words.t("forum-rules"), body};
}

/** What is kept and what is not, each in a sentence. */
function privacyPage({words, memberCount}: ForumPages): ForumPage {
  const kept = (
    [
      ...(["forum-kept-posts", "forum-kept-name", "forum-kept-factors", "forum-kept-sessions"] as const),
      ...(["forum-kept-vouch", "forum-privacy-log"] as const),
    ] as const
  ).map((id) => html`<li>${words.t(id)}</li>\n`);
  const not = (["forum-not-kept-address", "forum-not-kept-cookie"] as const).map(
    (id) => html`<li>${words.t(id)}</li>\n`,
  );
  const body = html`<h2>${words.t("forum-kept")}</h2>
<ul>${kept}</ul>
<h2>${words.t("forum-not-kept")}</h2>
<ul>${not}</ul>
<h2>${words.t("forum-leave")}</h2>
<p>${words.t("forum-privacy-leave")}</p>
<p>${membersOf(words, memberCount())}</p>
`;
  return {kind: "page", title: words.t("forum-privacy"), body};
}

/** How many members there are; fewer than ten are not counted. */
function membersOf(words: ForumPages["words"], count: number): Markup {
  return count < 10 ? html`${words.t("forum-few")}` : html`${words.t("forum-many", {count})}`;
}

const about = {method: "GET", who: "anybody", isKept: true, params: none, query: none, form: none} as const;

/** The rules, and what is kept of whom. */
export const aboutRoutes: readonly ForumRoute[] = [
  defineForumRoute({
    ...{id: "rules", path: "/forum/rules", ...about},
    purpose: "the forum's own rules, which are the reasons for hiding something",
    carryOut: ({forum}) => rulesPage(forum),
  }),
  defineForumRoute({
    ...{id: "privacy", path: "/forum/privacy", ...about},
    purpose: "what is kept of members and readers, and what is not",
    carryOut: ({forum}) => privacyPage(forum),
  }),
];
