import {formatSize} from "../../../base/size.ts";
import type {PublishedEdition, PublishedErratum} from "../../../operations/publish/published.ts";
import {readErrata} from "../../../operations/publish/published.ts";
import {sheet} from "../../../publish/site/pages/sheet.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import type {PageAnswer} from "../answer.ts";
import type {Desk} from "../desk.ts";
import {editionFiles} from "./files.ts";
import {periodPath} from "./period-path.ts";

/** An edition that was published: its state, its files, what was put right, and the ways to check it. */
export function publishedPage(desk: Desk, {record, path, sums}: PublishedEdition): PageAnswer {
  const {words} = desk;
  const {period, date, accepted} = record;
  const errata = readErrata(desk.folder, (name) => name === period);
  const own = periodPath(period);
  const body = html`<p class="lead">${words.t("site-published-on", {day: words.day(date)})} ${words.t("site-state-sealed")}</p>
<div class="acts"><form method="get" action="${own}/moved"><button>${words.t("desk-publish-check-moved")}</button></form>
<form method="post" action="${own}/verify"><button>${words.t("desk-publish-verify")}</button></form></div>
${acceptedPart(accepted, desk)}${errataPart(errata, desk)}${filesPart(path, period, desk)}<p class="when">SHA-256 (SHA256SUMS): <code>${sums}</code></p>
`;
  return {kind: "page", title: words.period(period), body};
}

function acceptedPart(accepted: PublishedEdition["record"]["accepted"], {words}: Desk): Markup {
  if (accepted.length === 0) return noMarkup;
  const items = accepted.map(
    ({text, reason}) => html`<li><bdi>${text}</bdi><p><bdi>${reason}</bdi></p></li>
`,
  );
  return html`<h2>${words.t("site-accepted")}</h2>
<ul>
${items}</ul>
`;
}

function errataPart(errata: readonly PublishedErratum[], {words}: Desk): Markup {
  if (errata.length === 0) return noMarkup;
  const items = errata.map(
    ({record: {period, number, date, kind, reason, figures}}) => html`<li>${words.t("site-erratum-heading", {
      day: words.day(date),
      erratum: words.t("site-erratum-of", {number: String(number), period: words.period(period)}),
      kind: words.t(`site-kind-${kind}`),
    })}<p><bdi>${reason}</bdi> ${words.t("site-figures-changed", {count: figures.length})}</p></li>
`,
  );
  return html`<h2>${words.t("site-errata")}</h2>
<ul>
${items}</ul>
`;
}

function filesPart(path: string, period: string, {words}: Desk): Markup {
  const rows = editionFiles(path).map(({name, bytes}) => [
    html`<a href="${periodPath(period)}/files/${name.split("/").map(encodeURIComponent).join("/")}" download><bdi>${name}</bdi></a>`,
    formatSize(bytes),
  ]);
  const columns = [{head: words.t("site-file")}, {head: words.t("site-size")}];
  return html`<h2>${words.t("site-files")}</h2>
${sheet(words.t("site-files"), columns, rows)}`;
}
