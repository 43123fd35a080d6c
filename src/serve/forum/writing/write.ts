import {randomBytes} from "node:crypto";
import {isPeriod} from "../../../base/period.ts";
import {refusal} from "../../fault.ts";
import {answeredAs} from "../../forms/parts.ts";
import {type ForumPages, type SignedInMember, sectionOf, viewerOf} from "../pages.ts";
import {forumPath} from "../paths.ts";
import type {ForumAnswer, ForumPage} from "../route.ts";
import {postAnchor} from "../threads/post-part.ts";
import {faultText} from "./text-field.ts";
import {type FormTold, notTaken, type Typed, writeForm} from "./write-form.ts";

/** Where a post is to stand. */
export type WritePlace =
  | {readonly kind: "thread"; readonly section: string}
  | {readonly kind: "reply"; readonly thread: number};

/** What is to become of what was typed. */
export type WriteStep = "post" | "look" | "keep";

function draftName(place: WritePlace): string {
  return place.kind === "thread" ? `s/${place.section}` : `t/${place.thread}`;
}

/** A mark of one form, by which a second sending of it is known. */
function newOnce(): string {
  return randomBytes(16).toString("hex");
}

/** The form, with the draft that was kept where nothing was typed. @param quotes The numbers that it begins with. */
export function writePage(
  forum: ForumPages,
  visitor: SignedInMember,
  place: WritePlace,
  typed: Partial<Typed>,
  told: FormTold = {},
): ForumPage {
  const {words, domain} = forum;
  const draft = typed.source === undefined ? domain.drafts.take(visitor.member.id, draftName(place)) : null;
  const {title = draft?.title ?? "", source = draft?.source ?? "", quotes = "", once = newOnce()} = typed;
  const {edition = "", document = ""} = typed;
  const all = {title, source, quotes, once, edition, document};
  if (place.kind === "thread") {
    const section = sectionOf(forum, place.section);
    if (section === undefined) throw refusal("NOT_FOUND", "there is no section of that name");
    const action = `${forumPath.section(place.section)}/new`;
    const body = writeForm(forum, visitor, {action, kind: "thread"}, all, told);
    return {kind: "page", title: `${words.t("forum-new")}: ${section.name}`, body, ...answeredAs(told)};
  }
  const thread = domain.thread(place.thread, {page: 1, viewer: viewerOf(visitor)});
  if (thread === null) throw refusal("NOT_FOUND", "there is no such thread");
  const action = `${forumPath.thread(place.thread)}/reply`;
  const body = writeForm(forum, visitor, {action, kind: "reply"}, all, told);
  return {kind: "page", title: `${words.t("forum-reply")}: ${thread.title}`, body, ...answeredAs(told)};
}

/** Opens a thread; about an edition or a document where an editor names one. */
function openAbout(
  {domain}: ForumPages,
  author: number,
  form: Parameters<ForumPages["domain"]["open"]>[1],
  edition: string,
  document: string,
): ReturnType<ForumPages["domain"]["openTopic"]> {
  if (edition !== "") return domain.openTopic(author, {edition}, form);
  return document === "" ? domain.open(author, form) : domain.openTopic(author, {document}, form);
}

/** Posts what was typed, shows how it will look, or keeps it. */
export function write(
  forum: ForumPages,
  visitor: SignedInMember,
  place: WritePlace,
  {step, ...typed}: Typed & {readonly step: WriteStep},
): ForumAnswer {
  const {words, domain} = forum;
  const {id} = visitor.member;
  const {title, source, once} = typed;
  const name = draftName(place);
  if (step !== "post") {
    // What is only looked at is kept, too: the session may be over before it is posted.
    const kept = domain.drafts.keep(id, name, {title, source});
    if (kept !== "kept") return writePage(forum, visitor, place, typed, notTaken(forum, {outcome: "closed"})!);
    const told: FormTold = step === "look" ? {isLookedAt: true} : {said: words.t("forum-kept-draft"), isFault: false};
    return writePage(forum, visitor, place, typed, told);
  }
  const quotes = typed.quotes.split(/[\s,;、،]+/).filter((one) => one !== "");
  const numbers = quotes.map(Number);
  if (numbers.some((one) => !Number.isSafeInteger(one) || one < 1) || numbers.length > 20) {
    const fault = {field: "quotes", text: faultText(words, "quotes")} as const;
    return writePage(forum, visitor, place, typed, {fault, status: 422});
  }
  const {edition, document} = typed;
  if (edition !== "" && !isPeriod(edition)) {
    const fault = {field: "edition", text: faultText(words, "edition")} as const;
    return writePage(forum, visitor, place, typed, {fault, status: 422});
  }
  const form = {title, source, once};
  const written =
    place.kind === "thread"
      ? openAbout(forum, id, {...form, section: place.section}, edition, document)
      : domain.reply(id, place.thread, {source, quotes: numbers, once});
  const told = notTaken(forum, written);
  if (told !== null) return writePage(forum, visitor, place, typed, told);
  if (!("post" in written)) throw refusal("NOT_FOUND", "there is no such thread");
  domain.drafts.drop(id, name);
  const post = domain.post(written.post, visitor.member);
  return {
    kind: "go",
    to: forumPath.thread(written.thread, post?.page ?? 1, post === null ? undefined : postAnchor(post)),
  };
}
