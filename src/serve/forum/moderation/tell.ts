import type {Translator} from "../../../base/words/translator.ts";
import {html} from "../../../render/markup/html.ts";
import {refusal} from "../../fault.ts";
import type {ForumPages, SignedInMember} from "../pages.ts";
import {forumPath} from "../paths.ts";
import type {ForumPage} from "../route.ts";
import {postPart} from "../threads/post-part.ts";
import {chooseField, longField} from "../writing/text-field.ts";

/** The form in which a member tells those who moderate of a post. */
export function reportPage(forum: ForumPages, visitor: SignedInMember, id: number): ForumPage {
  const {words, domain, rules} = forum;
  const post = domain.post(id, visitor.member);
  if (post === null || post.state !== "shown") throw refusal("NOT_FOUND", "there is no such post");
  const choices = rules.map((rule) => [rule, rule] as const);
  const body = html`${postPart(forum, null, {id: post.thread, isClosed: true}, post)}<p>${words.t("forum-report-means")}</p>
<form method="post" action="${forumPath.post(id)}/report" class="act">
${chooseField({name: "rule", label: words.t("forum-which-rule"), choices})}${longField({name: "words", label: words.t("forum-words"), value: "", isRequired: false, lines: 4})}<p class="acts"><button class="main">${words.t("forum-send")}</button></p>
</form>
`;
  return {kind: "page", title: words.t("forum-report"), body};
}

function tooSoon(words: Translator, title: "forum-report" | "forum-appeal", seconds: number): ForumPage {
  const body = html`<p>${words.t("forum-wait", {seconds})}</p>
`;
  return {kind: "page", title: words.t(title), body, status: 429, retrySeconds: seconds};
}

/** Tells those who moderate. */
export function answerReport(
  {words, domain}: ForumPages,
  {member}: SignedInMember,
  id: number,
  told: {readonly rule: string; readonly words: string},
): ForumPage {
  const done = domain.report(member.id, id, told);
  if (done.outcome === "wait") return tooSoon(words, "forum-report", done.seconds);
  if (done.outcome !== "reported" && done.outcome !== "again") throw refusal("NOT_FOUND", "there is no such post");
  const body = html`<p>${words.t("forum-reported")}</p>
<p><a href="${forumPath.post(id)}">${words.t("forum-back")}</a></p>
`;
  return {kind: "page", title: words.t("forum-report"), body};
}

/** The form in which an author says why a decision was wrong. */
export function appealPage({words}: ForumPages, decision: number): ForumPage {
  const body = html`<p>${words.t("forum-appeal-means")}</p>
<form method="post" action="/forum/decisions/${decision}/appeal" class="act">
${longField({name: "words", label: words.t("forum-words"), value: "", lines: 6, hasFocus: true})}<p class="acts"><button class="main">${words.t("forum-send")}</button></p>
</form>
`;
  return {kind: "page", title: words.t("forum-appeal"), body};
}

/** Appeals. */
export function appeal(
  {words, domain}: ForumPages,
  {member}: SignedInMember,
  decision: number,
  why: string,
): ForumPage {
  const done = domain.appeal(member.id, decision, why);
  if (done.outcome === "wait") return tooSoon(words, "forum-appeal", done.seconds);
  if (done.outcome === "missing" || done.outcome === "closed")
    throw refusal("NOT_FOUND", "there is no such decision about a post of yours");
  const body = html`<p>${words.t("forum-appealed")}</p>
<p><a href="/forum/">${words.t("forum")}</a></p>
`;
  return {kind: "page", title: words.t("forum-appeal"), body};
}
