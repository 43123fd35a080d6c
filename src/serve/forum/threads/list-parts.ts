import type {Translator} from "../../../base/words/translator.ts";
import type {ListedThread} from "../../../forum/posts/lists.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import {type ForumPages, type SignedInMember, sectionOf, viewerOf} from "../pages.ts";
import {forumPath} from "../paths.ts";

/** Threads, each with what is in it and whether somebody has read it. */
export function threadList(
  forum: ForumPages,
  visitor: SignedInMember | null,
  threads: readonly ListedThread[],
  {hasSections}: {readonly hasSections: boolean},
): Markup {
  const {words, domain} = forum;
  if (threads.length === 0) {
    return html`<p>${words.t("forum-empty")}</p>
`;
  }
  const viewer = viewerOf(visitor);
  const unread = new Map((viewer === null ? [] : domain.unread(viewer.id)).map(({thread, from}) => [thread, from]));
  const rows = threads.map(({id, section, title, posts, lastDay, by}) => {
    const from = unread.get(id);
    const fresh =
      from === undefined
        ? noMarkup
        : html` <a class="mark" href="/forum/t/${id}/unread">${words.t("forum-unread")}</a>`;
    const place = hasSections ? html` · <bdi>${sectionOf(forum, section)?.name ?? section}</bdi>` : noMarkup;
    return html`<li><span class="name"><a href="${forumPath.thread(id)}"><bdi>${title === "" ? words.t("forum-withdrawn-title") : title}</bdi></a>${fresh}</span><span class="count">${words.t("forum-posts", {count: posts})}</span><span class="when"><bdi>${by ?? words.t("forum-nobody")}</bdi> · ${words.t("forum-last", {day: words.day(lastDay)})}${place}</span></li>
`;
  });
  return html`<ul class="threads">${rows}</ul>
`;
}

/**
 * Where one goes on and back in what has several pages; nothing where there is one.
 *
 * @param to The address of a page.
 * @param options `isSecond`: the same stands on the page once more, and is the one that is called so.
 */
export function pageLinks(
  words: Translator,
  page: number,
  pages: number,
  to: (page: number) => string,
  {isSecond = false}: {readonly isSecond?: boolean} = {},
): Markup {
  if (pages < 2) return noMarkup;
  const before = page > 1 ? html`<a rel="prev" href="${to(page - 1)}">${words.t("forum-before")}</a> ` : noMarkup;
  const next = page < pages ? html` <a rel="next" href="${to(page + 1)}">${words.t("forum-next")}</a>` : noMarkup;
  const all = html`${before}<span>${words.t("forum-page", {page, pages})}</span>${next}`;
  return isSecond
    ? html`<p class="pages">${all}</p>
`
    : html`<nav class="pages" aria-label="${words.t("forum-pages")}">${all}</nav>
`;
}
