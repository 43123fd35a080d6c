import type {Translator} from "../../../base/words/translator.ts";
import {type QuarantineReason, quarantineOfMonth, quarantineReasons} from "../../../operations/inputs/month.ts";
import {asWritten, sheet} from "../../../publish/site/pages/sheet.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import type {PageAnswer} from "../answer.ts";
import type {Desk} from "../desk.ts";

/** So many lines are shown. */
const mostLines = 100;

/** How many lines of a month's logs could not be read, by reason, each with a way to them. */
export function countsByReason(
  month: string,
  refused: readonly {readonly reason: string; readonly lines: number}[],
  words: Translator,
): Markup {
  const heads = [{head: words.t("desk-column-reason")}, {head: words.t("desk-column-lines")}];
  const rows = refused.map(({reason, lines}) => {
    return [
      html`<a href="/months/${month}/quarantine?reason=${reason}">${reasonText(reason, words)}</a>`,
      words.number(lines),
    ];
  });
  return sheet(words.t("desk-quarantine"), heads, rows);
}

/** The first lines of a month's logs that could not be read; of each field its kind and length, as the terminal shows them. */
export async function quarantinePage(
  desk: Desk,
  month: string | null,
  reason: QuarantineReason | null,
): Promise<PageAnswer> {
  const {words} = desk;
  const lines = await quarantineOfMonth(desk.store(), month, {reason, most: mostLines});
  const heads = [
    {head: words.t("desk-column-place")},
    {head: words.t("desk-column-reason"), kind: "text" as const},
    {head: words.t("desk-column-shape"), kind: "sum" as const},
  ];
  const rows = lines.map(({name, line, column, reason: own, excerpt}) => {
    return [html`${asWritten(name)}<bdi>:${line}:${column}</bdi>`, reasonText(own, words), excerpt];
  });
  const back = month === null ? "/months" : `/months/${month}`;
  const title = month === null ? words.t("desk-quarantine") : `${words.t("desk-quarantine")}: ${words.month(month)}`;
  const body = html`<p><a href="${back}">${month === null ? words.t("desk-months") : words.month(month)}</a></p>
${reason === null ? noMarkup : html`<p>${reasonText(reason, words)}</p>\n`}<p class="when">${words.t("desk-quarantine-means", {most: mostLines})}</p>
${rows.length === 0 ? html`<p>${words.t("desk-quarantine-none")}</p>\n` : sheet(words.t("desk-quarantine"), heads, rows)}`;
  return {kind: "page", title, body};
}

function reasonText(reason: string, words: Translator): string {
  const known = quarantineReasons.find((one) => one === reason);
  return known === undefined ? reason : words.t(`desk-quarantine-reason.${known}`);
}
