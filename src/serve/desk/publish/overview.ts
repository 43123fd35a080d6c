import {statSync} from "node:fs";
import {join} from "node:path";
import {dayAt} from "../../../base/zone.ts";
import {readEditions, readErrata} from "../../../operations/publish/published.ts";
import type {Store} from "../../../operations/store/store.ts";
import {type Task, whatNeedsAPerson} from "../../../operations/today/tasks.ts";
import {showKeys} from "../../../publish/keys/change.ts";
import {sheet} from "../../../publish/site/pages/sheet.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import {readAnnouncementFolders} from "../../../workspace/published.ts";
import type {PageAnswer} from "../answer.ts";
import {type Desk, may, type Visitor} from "../desk.ts";
import {periodPath} from "./period-path.ts";
import {siteFolder} from "./site.ts";
import {sureButton} from "./sure.ts";

/** What waits to be published, what moved, what was published, and what else is signed. */
export async function overviewPage(desk: Desk, visitor: Visitor | null): Promise<PageAnswer> {
  const {words} = desk;
  const store = desk.store();
  const {tasks, isUnfinished} = await whatNeedsAPerson(store, {isQuick: true});
  const body = html`${readyPart(tasks, isUnfinished, desk)}${movedPart(tasks, desk)}${editionsPart(store, desk)}${announcePart(store, desk, visitor)}${sitePart(store, desk, visitor)}${keyPart(store, desk)}`;
  return {kind: "page", title: words.t("desk-publish"), body};
}

function readyPart(tasks: readonly Task[], isUnfinished: boolean, {words}: Desk): Markup {
  const ready = tasks.flatMap((task) => (task.about === "ready" ? [task] : []));
  const names = ready.flatMap(({period, months}) => (months.length === 1 ? months : [period, ...months]));
  const links = names.map(
    (name) => html`<li><a href="${periodPath(name)}">${words.period(name)}</a></li>
`,
  );
  const none = html`<p>${words.t(isUnfinished ? "desk-publish-unfinished" : "desk-publish-none-ready")}</p>
`;
  return html`<h2>${words.t("desk-publish-ready")}</h2>
${
  links.length === 0
    ? none
    : html`<ul>
${links}</ul>
`
}<form class="act" method="get" action="/publish/period">
<div class="field"><label for="period">${words.t("desk-publish-other")}</label><input class="short" id="period" name="period" required maxlength="40" autocomplete="off" aria-describedby="period-form"><p class="means" id="period-form">${words.t("desk-publish-form")} <span dir="ltr"><code>2005-07</code>, <code>2005-Q3</code>, <code>2005-H2</code>, <code>2005</code></span></p></div>
<p><button>${words.t("desk-publish-look")}</button></p>
</form>
`;
}

function movedPart(tasks: readonly Task[], {words}: Desk): Markup {
  const moved = tasks.flatMap((task) => (task.about === "moved" ? [task] : []));
  if (moved.length === 0) return noMarkup;
  const items = moved.map(
    ({period, publishedOn, figures}) => html`<li><a href="${periodPath(period)}/moved">${words.t(
      "desk-publish-moved-count",
      {
        period: words.period(period),
        count: figures,
        day: words.day(publishedOn),
      },
    )}</a></li>
`,
  );
  return html`<h2>${words.t("desk-publish-moved")}</h2>
<ul>
${items}</ul>
`;
}

function editionsPart({workspace: {folder}}: Store, {words}: Desk): Markup {
  const editions = readEditions(folder).toSorted((one, other) => (one.record.date < other.record.date ? 1 : -1));
  const errata = Map.groupBy(readErrata(folder), ({record}) => record.period);
  const rows = editions.map(({record: {period, date, accepted}}) => [
    html`<a href="${periodPath(period)}">${words.period(period)}</a>`,
    words.day(date),
    String(errata.get(period)?.length ?? 0),
    String(accepted.length),
  ]);
  const columns = [
    {head: words.t("site-edition")},
    {head: words.t("site-published"), kind: "text"},
    {head: words.t("site-errata")},
    {head: words.t("site-accepted")},
  ] as const;
  return html`<h2>${words.t("site-editions")}</h2>
${
  rows.length === 0
    ? html`<p>${words.t("desk-publish-no-editions")}</p>
`
    : sheet(words.t("site-editions"), columns, rows)
}`;
}

function announcePart({workspace: {folder}}: Store, {words}: Desk, visitor: Visitor | null): Markup {
  const announced = readAnnouncementFolders(folder).map(
    ({period}) => html`<li>${words.period(period)}</li>
`,
  );
  const form = html`<form class="act" method="post" action="/publish/announce">
<div class="field"><label for="announced">${words.t("site-span")}</label><input class="short" id="announced" name="period" required maxlength="40" autocomplete="off"></div>
<div class="field"><label for="publish-on">${words.t("desk-publish-announce-day")}</label><input id="publish-on" name="publishOn" type="date" autocomplete="off"></div>
${sureButton(words, visitor, words.t("desk-publish-announce-it"), "/publish")}</form>
`;
  return html`<h2>${words.t("desk-publish-announce")}</h2>
<p>${words.t("desk-publish-announce-means")}</p>
${
  announced.length === 0
    ? noMarkup
    : html`<ul>
${announced}</ul>
`
}${may(visitor, "publish") ? form : noMarkup}`;
}

function sitePart(store: Store, {words}: Desk, visitor: Visitor | null): Markup {
  const {workspace} = store;
  const stat = statSync(join(siteFolder(workspace.folder), "index.html"), {throwIfNoEntry: false});
  const state =
    stat === undefined
      ? words.t("desk-publish-site-none")
      : words.t("desk-publish-site-at", {
          day: words.day(dayAt(stat.mtimeMs, workspace.config.timeZone)),
          folder: siteFolder(workspace.folder),
        });
  return html`<h2>${words.t("desk-publish-site")}</h2>
<p>${state}</p>
${
  may(visitor, "publish")
    ? html`<form class="act" method="post" action="/publish/site"><p><button>${words.t("desk-publish-site-build")}</button></p></form>
`
    : noMarkup
}`;
}

function keyPart(store: Store, {words}: Desk): Markup {
  const {keys, isThere} = showKeys(store);
  const current = keys.at(-1);
  if (current === undefined) {
    return html`<h2>${words.t("site-the-key")}</h2>
<p>${words.t("desk-publish-key-none")}</p>
`;
  }
  const facts = html`<pre><code>${current.key}</code></pre>
<p class="when">${current.number} · ${words.day(current.on)}</p>
`;
  return html`<h2>${words.t("site-the-key")}</h2>
<p>${words.t("desk-publish-key-say")}</p>
${facts}${
  isThere
    ? noMarkup
    : html`<p><strong>${words.t("desk-publish-key-gone")}</strong></p>
`
}`;
}
