import {ruleDifferences} from "../../../base/rule-differences.ts";
import type {Translator} from "../../../base/words/translator.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import type {CountedBy} from "../archive/extract.ts";
import {editionFile, editionPath, methodologyPath, relativeLink} from "../paths.ts";
import {type RuleVersion, ruleVersionsOf} from "../rule-versions.ts";
import type {ArchiveSite, SiteFile} from "../site.ts";
import {part, renderPage} from "./frame.ts";
import {asWritten, sheet} from "./sheet.ts";

const path = "methodology/index.html";
/** So many editions and versions are named; the pages of editions and of versions lead to the others. */
const mostEditions = 24;
const mostVersions = 40;
/** Of a long list of endings or names, so much is shown; the edition has all. */
const mostShown = 600;

/** By which rules was counted: the history with the differences, and a page for each version. */
export function methodologyPages(site: ArchiveSite): SiteFile[] {
  const versions = ruleVersionsOf(site.archive.editions);
  const index: SiteFile = {path, key: null, make: () => historyPage(site, versions)};
  return [
    index,
    ...versions.map((version, place): SiteFile => {
      const own = methodologyPath(version.about.sha256);
      return {path: own, key: null, make: () => versionPage(site, own, version, versions[place - 1] ?? null)};
    }),
  ];
}

function historyPage(site: ArchiveSite, versions: readonly RuleVersion[]): string {
  const {words} = site;
  const title = words.t("site-methodology");
  const lead = words.t("site-methodology-means");
  const newest = versions.map((version, place) => ({version, before: versions[place - 1] ?? null})).reverse();
  const sections = newest.slice(0, mostVersions).map(({version, before}) => {
    const own = relativeLink(path, methodologyPath(version.about.sha256));
    const since = version.editions[0]!;
    const until = version.editions.at(-1)!;
    const span =
      since === until
        ? words.period(since.period)
        : words.t("span", {from: words.period(since.period), until: words.period(until.period)});
    return html`<section>
<h2><a href="${own}">${asWritten(version.about.name)}</a></h2>
<p class="when">${span} · SHA-256 <code>${version.about.sha256.slice(0, 16)}</code></p>
${differences(version, before, words)}</section>
`;
  });
  const body = html`<h1>${title}</h1>
<p class="lead">${lead}</p>
${
  sections.length === 0
    ? html`<p>${words.t("site-no-methodology")}</p>
`
    : sections
}`;
  return renderPage(site, {path, title, description: lead, body});
}

function differences(version: RuleVersion, before: RuleVersion | null, words: Translator): Markup {
  if (before === null)
    return html`<p>${words.t("site-first-rules")}</p>
`;
  const changed =
    version.settings === null || before.settings === null ? [] : ruleDifferences(before.settings, version.settings);
  const lists = listDifferences(version.about, before.about, words);
  const said = [...changed.map(({text}) => words.translate(text)), ...lists];
  if (said.length === 0)
    return html`<p>${words.t("site-rules-differ-unsaid")}</p>
`;
  return html`<ul>
${said.map(
  (text) => html`<li>${asWritten(text)}</li>
`,
)}</ul>
`;
}

function listDifferences({robotLists}: CountedBy, before: CountedBy, words: Translator): string[] {
  return robotLists.flatMap(({name, version, sha256}) => {
    const was = before.robotLists.find((list) => list.name === name);
    if (was?.sha256 === sha256) return [];
    return [words.t("robot-list-is", {name, version})];
  });
}

function versionPage(site: ArchiveSite, own: string, version: RuleVersion, before: RuleVersion | null): string {
  const {words} = site;
  const {about, editions, settings} = version;
  const title = words.t("label-and-text", {label: words.t("site-methodology"), text: about.name});
  const rows = Object.entries(settings ?? {}).map(([setting, {shown}]) => [
    html`<code>${setting}</code>`,
    asWritten(shownText(shown)),
  ]);
  const columns = [{head: words.t("site-setting")}, {head: words.t("site-says"), kind: "text"}] as const;
  const lists = about.robotLists.map(
    ({name, version: of}) => html`<li>${words.t("robot-list-is", {name, version: of})}</li>
`,
  );
  const links = editions
    .toReversed()
    .slice(0, mostEditions)
    .map(
      (
        edition,
      ) => html`<li><a href="${relativeLink(own, editionPath(edition))}">${words.period(edition.period)}</a></li>
`,
    );
  const beforeLink =
    before === null
      ? noMarkup
      : html` · <a href="${relativeLink(own, methodologyPath(before.about.sha256))}" rel="prev">${words.t("site-rules-before")}</a>`;
  const last = editions.at(-1)!;
  const file = last.files.some(({name}) => name === "methodology.json")
    ? html`<p><a href="${relativeLink(own, editionFile(last.period, "methodology.json"))}">methodology.json</a></p>
`
    : noMarkup;
  const body = html`<h1>${asWritten(about.name)}</h1>
<p class="byline">SHA-256 <code>${about.sha256}</code></p>
<p><a href="${relativeLink(own, path)}">${words.t("site-history-of-rules")}</a>${beforeLink}</p>
${part(words.t("site-what-changed"), differences(version, before, words))}${part(words.t("site-rules"), sheet(words.t("site-rules"), columns, rows))}${part(
  words.t("site-robot-lists"),
  lists.length === 0
    ? noMarkup
    : html`<ul>
${lists}</ul>
`,
)}${part(
  words.t("site-editions"),
  html`<ul>
${links}</ul>
${file}`,
)}`;
  return renderPage(site, {path: own, title, description: words.t("site-methodology-means"), body});
}

function shownText(shown: unknown): string {
  const text = Array.isArray(shown) ? shown.join(", ") : String(shown);
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
}
