import {visible} from "../../../base/text.ts";
import type {MessageId} from "../../../base/words/message.ts";
import type {Translator} from "../../../base/words/translator.ts";
import {overLimit} from "../../../operations/review/groups.ts";
import {html, type Markup} from "../../../render/markup/html.ts";
import {shorten} from "../../../render/text/wrap.ts";
import type {ListedMonth, Review, ReviewDecision, ReviewedClient} from "../../../report/review.ts";

/** What a client is, as far as somebody has decided. */
export function stateText({decision}: Pick<ReviewedClient, "decision">, words: Translator): string {
  return words.t(`desk-review-is.${decision?.decision ?? "undecided"}`);
}

/** "Written: 192.0.2.1 is a robot." */
export function doneText(entry: string, decision: ReviewDecision, words: Translator): string {
  const client = entry;
  if (decision === "later") return words.t("desk-review-done-later", {client});
  return words.t("desk-review-done", {client, decision: words.t(`desk-review-is.${decision}`)});
}

/** Why a client is listed, for one ground. */
export function groundText(id: string, {limit}: Pick<Review, "limit">, words: Translator): string {
  if (id === overLimit) return words.t("desk-review-ground.over-limit", {limit});
  return words.sayWith(`desk-review-ground.${id}` as MessageId, {});
}

/** What is listed of a month, each reason with what was found. */
export function reasonsOf({isOverLimit, grounds}: ListedMonth, review: Review, words: Translator): string[] {
  const found = (figureFound: number): string =>
    figureFound < 1 ? words.share(figureFound) : words.number(figureFound, Number.isInteger(figureFound) ? 0 : 1);
  return [
    ...(isOverLimit ? [groundText(overLimit, review, words)] : []),
    ...grounds.map(({id, found: own}) => `${groundText(id, review, words)} (${found(own)})`),
  ];
}

/** What a client took in a month. */
export function tookText(client: ReviewedClient, month: string, words: Translator): string {
  const span = client.spans.find((one) => one.span === month);
  const {documents, bytes} = span?.asReader ?? {documents: 0, bytes: null};
  const share = words.share(documents === 0 ? 0 : (span?.differentDocuments ?? 0) / documents);
  const size =
    bytes === null ? words.t("desk-review-no-size") : words.t("site-megabytes", {number: words.number(bytes / 1e6, 1)});
  return words.t("desk-review-month-took", {month: words.month(month), documents, share, size});
}

/** How a client is called, in a direction of its own. */
export function entryMarkup({entry}: Pick<ReviewedClient, "entry">): Markup {
  return html`<bdi dir="ltr">${entry}</bdi>`;
}

/** What agents call themselves; what is empty or was not recorded is said. */
export function agentMarkup(agent: string | null, words: Translator): Markup {
  if (agent === null) return html`${words.t("not-recorded")}`;
  return agent === "" ? html`${words.t("desk-review-empty")}` : writtenMarkup(agent);
}

/** Where a page has many of them, the middle of a longer text of a stranger is left out. */
const longestText = 160;

/** What strangers wrote, in a direction of its own. */
export function writtenMarkup(text: string): Markup {
  return html`<bdi dir="ltr">${shorten(visible(text), longestText)}</bdi>`;
}

/** Documents of the whole period, as a reader would have them. */
export function documentsIn({spans}: ReviewedClient, {period}: Pick<Review, "period">): number {
  return spans.find(({span}) => span === period)?.asReader.documents ?? 0;
}
