import type {SeenPost} from "../../../forum/posts/seen.ts";
import {html, type Markup, noMarkup, trusted} from "../../../render/markup/html.ts";
import {type ForumPages, isFor, type SignedInMember, viewerOf} from "../pages.ts";
import {forumPath} from "../paths.ts";

/** A post as whoever looks sees it, with what they may do about it. */
export function postPart(
  forum: ForumPages,
  visitor: SignedInMember | null,
  {id: thread, isClosed}: {readonly id: number; readonly isClosed: boolean},
  post: SeenPost,
): Markup {
  const {words} = forum;
  const {id, number, author, day, quotes, state, edited} = post;
  const answers =
    quotes.length === 0
      ? noMarkup
      : html`<span>${words.t("forum-quotes")} ${quotes.map((one, place) => html`${place > 0 ? ", " : ""}<a href="/forum/t/${thread}/${one}">${one}</a>`)}</span>`;
  const changed = edited === null ? noMarkup : html`<span>${words.t("forum-edited", {day: words.day(edited)})}</span>`;
  return html`<article class="post ${state}" id="${postAnchor(post)}">
<header>${number > 0 ? html`<span><a href="${forumPath.post(id)}">${number}</a></span> ` : noMarkup}<span class="name"><bdi>${author?.name ?? words.t("forum-nobody")}</bdi></span> <time datetime="${day}">${words.day(day)}</time> ${changed} ${answers}</header>
${toldOf(forum, post)}${textOf(visitor, post)}${actsOf(forum, visitor, thread, isClosed, post)}</article>
`;
}

/** By what name a post stands on its page: one that is not shown yet has no number. */
export function postAnchor({id, number}: Pick<SeenPost, "id" | "number">): string {
  return number > 0 ? `p${number}` : `h${id}`;
}

/** What stands above a post that not everybody sees. */
function toldOf({words}: ForumPages, {state, reason, isOwn}: SeenPost): Markup {
  if (state === "held") {
    return html`<p class="where">${words.t(isOwn ? "forum-held" : "forum-held-one")}</p>
`;
  }
  if (state === "hidden") {
    return html`<p class="where">${words.t(isOwn ? "forum-hidden" : "forum-hidden-one", {reason: reason ?? ""})}</p>
`;
  }
  return state === "withdrawn"
    ? html`<p class="where">${words.t("forum-withdrawn")}</p>
`
    : noMarkup;
}

function textOf(visitor: SignedInMember | null, {state, html: drawn, isOwn}: SeenPost): Markup {
  const isSeen = state === "shown" || ((isOwn || isFor(visitor, "moderator")) && drawn !== "");
  // Drawn by the forum when it was written, from a list of what may stand there.
  return isSeen
    ? html`<div class="text" dir="auto">${trusted(drawn)}</div>
`
    : noMarkup;
}

function actsOf(
  {words, domain}: ForumPages,
  visitor: SignedInMember | null,
  thread: number,
  isClosed: boolean,
  {id, number, isOwn, state, decision, edited}: SeenPost,
): Markup {
  const viewer = viewerOf(visitor);
  if (viewer === null || domain.state().kind === "closed") return noMarkup;
  const isWithModerators = isFor(visitor, "moderator");
  const acts = [
    ...(state === "shown" && !isClosed
      ? [html`<a href="/forum/t/${thread}/reply?quotes=${number}">${words.t("forum-quote")}</a>`]
      : []),
    ...(isOwn && state !== "withdrawn" && state !== "hidden"
      ? [html`<a href="${forumPath.post(id)}/edit">${words.t("forum-edit")}</a>`]
      : []),
    ...(state === "shown" && !isOwn
      ? [html`<a href="${forumPath.post(id)}/report">${words.t("forum-report")}</a>`]
      : []),
    ...(isWithModerators && edited !== null
      ? [html`<a href="${forumPath.post(id)}/earlier">${words.t("forum-earlier")}</a>`]
      : []),
    ...(isOwn && state === "hidden" && decision !== null
      ? [html`<a href="/forum/decisions/${decision}/appeal">${words.t("forum-appeal")}</a>`]
      : []),
  ];
  return acts.length === 0
    ? noMarkup
    : html`<footer>${acts.map((act) => html`${act} `)}</footer>
`;
}
