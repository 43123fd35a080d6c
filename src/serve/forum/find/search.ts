import {html, noMarkup} from "../../../render/markup/html.ts";
import {type ForumPages, sectionOf} from "../pages.ts";
import {forumPath} from "../paths.ts";
import type {ForumPage} from "../route.ts";
import {pageLinks} from "../threads/list-parts.ts";

/** What is looked for. */
export interface Sought {
  readonly q?: string | undefined;
  readonly section?: string | undefined;
  readonly page?: number | undefined;
}

/** The form of the search, and what was found. */
export function searchPage(forum: ForumPages, {q = "", section, page = 1}: Sought): ForumPage {
  const {words, domain, sections} = forum;
  const options = sections.map(
    ({id, name}) => html`<option value="${id}"${id === section ? html` selected` : noMarkup}>${name}</option>`,
  );
  const choose =
    sections.length < 2
      ? noMarkup
      : html`<p><label for="section">${words.t("forum-section")}</label>
<select id="section" name="section"><option value="">${words.t("forum-search-everywhere")}</option>${options}</select></p>
`;
  const form = html`<form class="choose" role="search" action="/forum/search">
<p><label for="q">${words.t("forum-search-for")}</label>
<input type="search" id="q" name="q" value="${q}" maxlength="200" dir="auto"${q === "" ? html` autofocus` : noMarkup}></p>
${choose}<p><button>${words.t("forum-search")}</button></p>
</form>
`;
  const title = words.t("forum-search");
  if (q.trim() === "") return {kind: "page", title, body: form};
  const {found, pages} = domain.search(q, {page, ...(section !== undefined && {section})});
  const rows = found.map((one) => {
    const {language} = sectionOf(forum, one.section) ?? words;
    return html`<li><p><a href="${forumPath.post(one.post)}">${words.t("forum-found", {title: one.title, number: one.number})}</a></p>
<p class="extract" lang="${language.tag}" dir="auto">${one.extract}</p>
<p class="when"><bdi>${one.name ?? words.t("forum-nobody")}</bdi> · ${words.day(one.day)}</p></li>
`;
  });
  const to = (place: number): string => {
    const query = new URLSearchParams({q, ...(section !== undefined && {section}), page: String(place)});
    return `/forum/search?${query.toString()}`;
  };
  const list =
    rows.length === 0
      ? html`<p role="status">${words.t("forum-found-none")}</p>
`
      : html`<ul class="plain">${rows}</ul>
`;
  return {kind: "page", title, body: html`${form}${list}${pageLinks(words, page, pages, to)}`};
}
