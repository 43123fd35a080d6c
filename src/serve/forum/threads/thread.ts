import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import {refusal} from "../../fault.ts";
import {type ForumPages, type SignedInMember, sectionOf, viewerOf} from "../pages.ts";
import {forumPath} from "../paths.ts";
import type {ForumPage} from "../route.ts";
import {pageLinks} from "./list-parts.ts";
import {postPart} from "./post-part.ts";

/** A page of a thread: its posts, and a way to reply. What is shown is read. */
export function threadPage(forum: ForumPages, visitor: SignedInMember | null, id: number, page: number): ForumPage {
  const {words, domain} = forum;
  const viewer = viewerOf(visitor);
  const thread = domain.thread(id, {page, viewer});
  if (thread === null) throw refusal("NOT_FOUND", "there is no such thread");
  const last = thread.posts.findLast(({number}) => number > 0)?.number;
  if (viewer !== null && last !== undefined) domain.markRead(viewer.id, id, last);
  const section = sectionOf(forum, thread.section);
  const posts = thread.posts.map((post) => postPart(forum, visitor, thread, post));
  const to = (other: number): string => forumPath.thread(id, other);
  const above = pageLinks(words, page, thread.pages, to, {isSecond: true});
  const below = pageLinks(words, page, thread.pages, to);
  const {edition, document} = thread.topic ?? {};
  const about = [
    ...(edition === undefined ? [] : [words.t("forum-about-edition", {edition: words.period(edition)})]),
    ...(document === undefined ? [] : [words.t("forum-about-document", {document})]),
  ];
  const body = html`<p class="when"><a href="${forumPath.section(thread.section)}"><bdi>${section?.name ?? thread.section}</bdi></a>${about.map((one) => html` · <bdi>${one}</bdi>`)}</p>
${above}${section === undefined ? html`<div>${posts}</div>` : html`<div lang="${section.language.tag}">${posts}</div>`}
${below}${replyPart(forum, visitor, thread)}<p class="when"><a href="${forumPath.thread(id)}/atom.xml">${words.t("forum-feed")}</a></p>
`;
  return {kind: "page", title: thread.title === "" ? words.t("forum-withdrawn-title") : thread.title, body};
}

function replyPart(
  {words, domain}: ForumPages,
  visitor: SignedInMember | null,
  {id, isClosed}: {readonly id: number; readonly isClosed: boolean},
): Markup {
  if (domain.state().kind === "closed") return noMarkup;
  if (isClosed) {
    return html`<p>${words.t("forum-thread-closed")}</p>
`;
  }
  const to = `/forum/t/${id}/reply`;
  if (viewerOf(visitor) === null) {
    return html`<p><a href="/forum/sign-in?to=${encodeURIComponent(to)}">${words.t("forum-sign-in-to-reply")}</a></p>
`;
  }
  return html`<p class="acts"><a class="button" href="${to}">${words.t("forum-reply")}</a></p>
`;
}
