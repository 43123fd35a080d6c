import type {SeenPost} from "../../../forum/posts/seen.ts";
import {drawText} from "../../../forum/text/draw.ts";
import {fieldText, html, noMarkup, trusted} from "../../../render/markup/html.ts";
import {refusal} from "../../fault.ts";
import {answeredAs, hiddenField, saidAbove} from "../../forms/parts.ts";
import type {ForumPages, SignedInMember} from "../pages.ts";
import {forumPath} from "../paths.ts";
import type {ForumAnswer, ForumPage} from "../route.ts";
import {longField} from "./text-field.ts";
import {type FormTold, notTaken} from "./write-form.ts";

interface EditTyped {
  readonly source: string;
  /** The version that the form was made from. */
  readonly seen: number;
}

function ownPost({domain}: ForumPages, {member}: SignedInMember, id: number) {
  const post = domain.post(id, member);
  if (post?.isOwn !== true || post.state === "withdrawn") throw refusal("NOT_FOUND", "there is no such post of yours");
  return post;
}

/** The form in which somebody changes a post of their own. */
export function editPage(
  forum: ForumPages,
  visitor: SignedInMember,
  id: number,
  typed?: EditTyped,
  told: FormTold & {readonly theirs?: string} = {},
): ForumPage {
  const {words} = forum;
  const post: SeenPost = ownPost(forum, visitor, id);
  const {source, seen} = typed ?? {source: post.source ?? "", seen: post.revision};
  const theirs =
    told.theirs === undefined
      ? noMarkup
      : html`<div class="field"><label for="theirs">${words.t("forum-now-reads")}</label>
<textarea class="post-text" id="theirs" dir="auto" readonly>
${fieldText(told.theirs)}</textarea></div>
`;
  const looks = told.isLookedAt
    ? html`<h2>${words.t("forum-how-it-looks")}</h2>
<div class="looks" dir="auto">${trusted(drawText(source).html)}</div>
`
    : noMarkup;
  const body = html`${saidAbove(told.said)}${looks}<form method="post" action="${forumPath.post(id)}/edit">
${hiddenField("seen", String(seen))}${longField({name: "source", label: words.t("forum-text"), value: source, means: words.t("forum-text-means"), fault: told.fault?.text, hasFocus: true})}<p class="acts"><button name="step" value="save" class="main">${words.t("forum-save")}</button> <button name="step" value="look">${words.t("forum-look")}</button></p>
</form>
${theirs}<h2>${words.t("forum-withdraw")}</h2>
<form method="post" action="${forumPath.post(id)}/withdraw" class="act"><p>${words.t("forum-withdraw-means")}</p>
<p class="acts"><button>${words.t("forum-withdraw")}</button></p></form>
`;
  return {kind: "page", title: words.t("forum-edit"), body, ...answeredAs(told)};
}

/** Saves the changed post, or shows how it will look. */
export function answerEdit(
  forum: ForumPages,
  visitor: SignedInMember,
  id: number,
  {step, ...typed}: EditTyped & {readonly step: "save" | "look"},
): ForumAnswer {
  ownPost(forum, visitor, id);
  if (step === "look") return editPage(forum, visitor, id, typed, {isLookedAt: true});
  const written = forum.domain.edit(visitor.member.id, id, typed);
  const told = notTaken(forum, written);
  if (written.outcome === "stale") {
    const {source: theirs, revision} = written;
    return editPage(forum, visitor, id, {...typed, seen: revision}, {...told, theirs});
  }
  if (told !== null) return editPage(forum, visitor, id, typed, told);
  return {kind: "go", to: forumPath.post(id)};
}

/** The texts that a post had before, for those who moderate. */
export function earlierPage({words, domain}: ForumPages, visitor: SignedInMember, id: number): ForumPage {
  const earlier = domain.earlier(visitor.member, id).map(
    ({day, source}) => html`<article class="post"><header><time datetime="${day}">${words.day(day)}</time></header>
<pre dir="auto">${source}</pre></article>
`,
  );
  const none = html`<p>${words.t("forum-empty")}</p>
`;
  const body = html`<p><a href="${forumPath.post(id)}">${words.t("forum-now-reads")}</a></p>
${earlier.length === 0 ? none : earlier}`;
  return {kind: "page", title: words.t("forum-earlier"), body};
}
