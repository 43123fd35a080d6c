import type {EditOutcome} from "../../../forum/posts/edit.ts";
import type {PostOutcome} from "../../../forum/posts/write.ts";
import {drawText} from "../../../forum/text/draw.ts";
import {html, type Markup, noMarkup, trusted} from "../../../render/markup/html.ts";
import {hiddenField, saidAbove, textField} from "../../forms/parts.ts";
import type {ForumPages, SignedInMember} from "../pages.ts";
import {faultText, longField} from "./text-field.ts";

/** What was typed into the form of a post. */
export interface Typed {
  readonly title: string;
  readonly source: string;
  /** Numbers of the posts that it answers, as typed. */
  readonly quotes: string;
  /** A double click posts once. */
  readonly once: string;
  /** Of what an editor opens a thread: an edition by its period, or a document by its path; "" for neither. */
  readonly edition: string;
  readonly document: string;
}

/** What is told above and beside the fields. */
export interface FormTold {
  readonly said?: string;
  readonly isFault?: boolean;
  readonly fault?: {readonly field: "title" | "source" | "quotes" | "edition"; readonly text: string};
  readonly status?: 409 | 422 | 429;
  readonly retrySeconds?: number;
  readonly isLookedAt?: boolean;
}

/** The form in which a post is written: of a new thread with a title, of a reply with what it answers. */
export function writeForm(
  {words}: ForumPages,
  visitor: SignedInMember,
  {action, kind}: {readonly action: string; readonly kind: "thread" | "reply"},
  {title, source, quotes, once, edition, document}: Typed,
  {said, isFault = true, fault, isLookedAt = false}: FormTold,
): Markup {
  const faultOf = (field: string): string | undefined => (fault?.field === field ? fault.text : undefined);
  const first =
    kind === "thread"
      ? textField({
          ...{name: "title", label: words.t("forum-title"), autocomplete: "off", value: title, fault: faultOf("title")},
          hasFocus: source === "",
        })
      : noMarkup;
  const about =
    kind === "thread" && visitor.member.role === "editor"
      ? html`${optionalField("edition", words.t("forum-edition"), words.t("forum-edition-means"), edition, faultOf("edition"))}${optionalField("document", words.t("forum-document"), words.t("forum-document-means"), document)}`
      : noMarkup;
  const answers =
    kind === "reply"
      ? optionalField(
          "quotes",
          words.t("forum-quoted-numbers"),
          words.t("forum-quoted-numbers-means"),
          quotes,
          faultOf("quotes"),
        )
      : noMarkup;
  const held = visitor.member.isHeld ? html`<p class="when">${words.t("forum-first-held")}</p>\n` : noMarkup;
  const looks = isLookedAt
    ? html`<h2>${words.t("forum-how-it-looks")}</h2>
<div class="looks" dir="auto">${trusted(drawText(source).html)}</div>
`
    : noMarkup;
  return html`${saidAbove(said, isFault)}${looks}${held}<form method="post" action="${action}">
${hiddenField("once", once)}${first}${longField({name: "source", label: words.t("forum-text"), value: source, means: words.t("forum-text-means"), fault: faultOf("source"), hasFocus: kind === "reply" && !isLookedAt})}${answers}${about}<p class="acts"><button name="step" value="post" class="main">${words.t("forum-post-it")}</button> <button name="step" value="look">${words.t("forum-look")}</button> <button name="step" value="keep">${words.t("forum-keep-draft")}</button></p>
</form>
`;
}

/** A field of one line that may be left empty. */
function optionalField(name: string, label: string, means: string, value: string, fault?: string): Markup {
  const invalid = fault === undefined ? noMarkup : html` aria-invalid="true"`;
  return html`<div class="field short">
<label for="${name}">${label}</label>
<input type="text" id="${name}" name="${name}" value="${value}" autocomplete="off" aria-describedby="${name}-means"${invalid}>
${fault === undefined ? noMarkup : html`<p class="fault" role="alert">${fault}</p>\n`}<p class="means" id="${name}-means">${means}</p>
</div>
`;
}

/** Why what was written was not taken; null where it was. */
export function notTaken(
  {words}: ForumPages,
  written: PostOutcome | EditOutcome | {readonly outcome: "denied"},
): FormTold | null {
  switch (written.outcome) {
    case "wait":
      return {
        ...{said: words.t("forum-wait", {seconds: written.seconds}), status: 429},
        retrySeconds: written.seconds,
      };
    case "closed":
      return {said: words.t("forum-thread-closed"), status: 422};
    case "refused": {
      const field = written.field === "title" ? "title" : "source";
      return {fault: {field, text: faultText(words, written.fault)}, status: 422};
    }
    case "stale":
      return {said: words.t("forum-stale"), status: 409};
    default:
      return null;
  }
}
