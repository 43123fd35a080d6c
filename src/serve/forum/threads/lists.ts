import {html, noMarkup} from "../../../render/markup/html.ts";
import {refusal} from "../../fault.ts";
import {type ForumPages, type SignedInMember, sectionOf} from "../pages.ts";
import {forumPath} from "../paths.ts";
import type {ForumPage} from "../route.ts";
import {pageLinks, threadList} from "./list-parts.ts";

const mostLatest = 10;

/** The sections, and the threads that were answered last. */
export function sectionsPage(forum: ForumPages, visitor: SignedInMember | null): ForumPage {
  const {words, domain} = forum;
  const rows = domain.sections().map(({id, name, threads, posts, lastDay}) => {
    const {tag, direction} = sectionOf(forum, id)?.language ?? words.language;
    const last = lastDay === null ? noMarkup : html` · ${words.t("forum-last", {day: words.day(lastDay)})}`;
    return html`<li><span class="name"><a href="${forumPath.section(id)}" lang="${tag}" dir="${direction}">${name}</a></span><span class="count">${words.t("forum-posts", {count: posts})}</span><span class="when">${words.t("forum-threads", {count: threads})}${last}</span></li>
`;
  });
  const latest = domain.threads({page: 1}).threads.slice(0, mostLatest);
  const body = html`<ul class="threads">${rows}</ul>
<h2>${words.t("forum-latest")}</h2>
${threadList(forum, visitor, latest, {hasSections: rows.length > 1})}`;
  return {kind: "page", title: words.t("forum"), body};
}

/** The threads of a section, the last answered first. */
export function sectionPage(forum: ForumPages, visitor: SignedInMember | null, id: string, page: number): ForumPage {
  const {words, domain} = forum;
  const section = sectionOf(forum, id);
  if (section === undefined) throw refusal("NOT_FOUND", "there is no section of that name");
  const {threads, pages} = domain.threads({section: id, page});
  if (page > Math.max(1, pages)) throw refusal("NOT_FOUND", "there is no such page");
  const write =
    domain.state().kind === "closed"
      ? noMarkup
      : html`<p class="acts"><a class="button" href="${forumPath.section(id)}/new">${words.t("forum-new")}</a></p>
`;
  const body = html`${write}${threadList(forum, visitor, threads, {hasSections: false})}${pageLinks(words, page, pages, (to) => forumPath.section(id, to))}<p class="when"><a href="${forumPath.section(id)}/atom.xml">${words.t("forum-feed")}</a></p>
`;
  return {kind: "page", title: section.name, body};
}
