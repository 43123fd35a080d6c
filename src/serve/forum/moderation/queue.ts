import type {QueueItem} from "../../../forum/moderation/queue.ts";
import {html, type Markup, noMarkup, trusted} from "../../../render/markup/html.ts";
import {answeredAs, hiddenField, saidAbove} from "../../forms/parts.ts";
import type {ForumPages, SignedInMember} from "../pages.ts";
import {forumPath} from "../paths.ts";
import type {ForumAnswer, ForumPage} from "../route.ts";

const mostShown = 20;

/** All that waits for somebody who moderates, the longest first: a screen, two clicks each. */
export function queuePage(
  forum: ForumPages,
  told: {readonly said?: string; readonly isFault?: boolean; readonly status?: 409 | 422} = {},
): ForumPage {
  const {words, domain} = forum;
  const items = domain.queue();
  const drawn = items.slice(0, mostShown).map((item) => itemPart(forum, item));
  const body = html`${saidAbove(told.said, told.isFault ?? false)}${items.length === 0 ? html`<p>${words.t("forum-queue-empty")}</p>\n` : html`<p class="when keys" hidden>${words.t("forum-queue-keys")}</p>\n`}${drawn}`;
  return {kind: "page", title: words.t("forum-queue-title"), body, script: "queue", ...answeredAs(told)};
}

function itemPart({words, rules}: ForumPages, item: QueueItem): Markup {
  const {id, kind, name, title, thread, post, html: drawn, day, reports, seen} = item;
  const isKnock = kind === "knock";
  const where =
    thread === null || title === null
      ? noMarkup
      : html` · <a href="${post === null ? forumPath.thread(thread) : forumPath.post(post)}"><bdi>${title === "" ? words.t("forum-withdrawn-title") : title}</bdi></a>`;
  const told = reports.map(
    (
      one,
    ) => html`<p class="when">${words.t("forum-reported-for", {rule: one.rule})}${one.words === "" ? noMarkup : html` · <bdi>${one.words}</bdi>`}</p>
`,
  );
  const appeal = item.appeal ? html`<p class="when"><bdi>${item.appeal}</bdi></p>\n` : noMarkup;
  const reasons = rules.map(
    (rule, place) =>
      html`<p><label><input type="radio" name="rule" value="${rule}"${place < 9 ? html` data-key="${place + 1}"` : noMarkup}> ${rule}</label></p>
`,
  );
  const trust = isKnock
    ? noMarkup
    : html` <button name="kind" value="show-and-trust" data-key="t">${words.t("forum-trust")}</button>`;
  return html`<section class="item" id="${id}" tabindex="-1" aria-labelledby="${id}-name">
<h2 id="${id}-name">${words.t(`forum-kind.${kind}`)}: <bdi>${name ?? words.t("forum-nobody")}</bdi></h2>
<p class="when"><time datetime="${day}">${words.day(day)}</time>${where}</p>
${told}${appeal}<div class="text" dir="auto">${trusted(drawn)}</div>
<form method="post" action="/forum/queue/${id}">
${hiddenField("seen", seen)}<fieldset><legend>${words.t("forum-reason")}</legend>
${reasons}</fieldset>
<p class="acts"><button name="kind" value="show" class="main" data-key="s">${words.t(isKnock ? "forum-let-in" : "forum-show")}</button>${trust} <button name="kind" value="hide" data-key="h">${words.t(isKnock ? "forum-turn-away" : "forum-hide")}</button></p>
</form>
</section>
`;
}

/** Decides about one, and goes on with the next. */
export function decideItem(
  forum: ForumPages,
  {member}: SignedInMember,
  id: string,
  form: {readonly kind: "show" | "show-and-trust" | "hide"; readonly rule?: string | undefined; readonly seen: string},
): ForumAnswer {
  const {words, domain} = forum;
  const {kind, rule, seen} = form;
  if (kind === "hide" && rule === undefined) {
    return queuePage(forum, {said: words.t("forum-reason-missing"), isFault: true, status: 422});
  }
  const done = domain.decide(member, id, {kind, seen, ...(kind === "hide" && rule !== undefined && {rule})});
  switch (done.outcome) {
    case "decided":
      return {kind: "go", to: "/forum/queue?done=yes"};
    case "already":
      return queuePage(forum, {said: words.t("forum-already", {name: done.by}), status: 409});
    case "changed":
      return queuePage(forum, {said: words.t("forum-changed"), isFault: true, status: 409});
    case "own":
      return queuePage(forum, {said: words.t("forum-own"), isFault: true, status: 422});
    case "refused":
      return queuePage(forum, {said: words.t("forum-reason-missing"), isFault: true, status: 422});
    default:
      return queuePage(forum, {said: words.t("forum-queue-gone"), status: 409});
  }
}
