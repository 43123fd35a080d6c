import type {Translator} from "../../../base/words/translator.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import {sayMarkup} from "../../../render/markup/messages.ts";
import type {AnnouncedEdition, ArchivedEdition, ArchivedFile} from "../archive/archive.ts";
import {citations} from "../metadata/citation.ts";
import {editionData} from "../metadata/data-set.ts";
import {editionFile, editionPath, editionsFolder, erratumPath, methodologyPath, relativeLink} from "../paths.ts";
import {type ArchiveSite, neighbours, type SiteFile, summaryInForce} from "../site.ts";
import type {SupersededFigure} from "../superseded.ts";
import {figuresPart} from "./edition-figures.ts";
import {changedSentences, erratumHeading} from "./erratum-parts.ts";
import {pageStamp, part, renderPage} from "./frame.ts";
import {printBytes} from "./printed.ts";
import {asWritten, sheet} from "./sheet.ts";
import {summaryPart} from "./summary-part.ts";
import {supersededPart} from "./superseded-part.ts";
import {mostFetched, verifyLines} from "./verify-lines.ts";

/** More are shown to whoever asks for them. */
const mostOpen = 12;

/** The page beside an edition: what it is, what became of it, its files, how to check and to cite it. */
export function editionPage(site: ArchiveSite, edition: ArchivedEdition, moved: readonly SupersededFigure[]): SiteFile {
  const path = editionPath(edition);
  const {before, after} = neighbours(site, edition);
  const about = [
    announcementOf(site, edition)?.date,
    edition.sums,
    edition.files,
    edition.errata,
    before?.period,
    after?.period,
  ];
  const told = moved.map(({series, ...own}) => [series?.slug, own]);
  return {path, key: pageStamp(site, [about, told]), make: () => page(site, edition, {path, moved, before, after})};
}

function announcementOf({archive}: ArchiveSite, {period}: ArchivedEdition): AnnouncedEdition | null {
  return archive.announced.find((one) => one.period === period) ?? null;
}

/** When it was announced, and by which rules it was to count: before there were figures. */
function announcedLine(site: ArchiveSite, edition: ArchivedEdition, path: string): Markup {
  const announced = announcementOf(site, edition);
  if (announced === null) return noMarkup;
  const link = relativeLink(path, `${editionsFolder}/${edition.period}.announced/announcement.json`);
  const day = site.words.day(announced.date);
  return html`<p>${site.words.t("site-announced-before", {day})} <a href="${link}">announcement.json</a></p>
`;
}

function countersignedLines({countersigned, period}: ArchivedEdition, path: string, words: Translator): Markup {
  const lines = countersigned.map(({name, date, file}) => {
    const said = sayMarkup(words, "site-countersigned", {name: asWritten(name), day: html`${words.day(date)}`});
    return html`<p>${said} <a href="${relativeLink(path, editionFile(period, file))}">${asWritten(file)}</a></p>
`;
  });
  return html`${lines}`;
}

interface Beside {
  readonly path: string;
  readonly moved: readonly SupersededFigure[];
  readonly before: ArchivedEdition | null;
  readonly after: ArchivedEdition | null;
}

function page(site: ArchiveSite, edition: ArchivedEdition, beside: Beside): string {
  const {words, publication} = site;
  const {period, date, kind} = edition;
  const {path, moved} = beside;
  const title = words.t("headline", {period: words.period(period)});
  const published = date === null ? words.t("site-made-by-hand") : words.t("site-published-on", {day: words.day(date)});
  const body = html`<h1>${title}</h1>
<p class="byline">${kind === "older" ? published : words.t("site-edition-of", {publication, published})}</p>
${banner(edition, beside, words)}${summaryPart(edition, words)}${readLinks(edition, path, words)}${announcedLine(site, edition, path)}${part(words.t("site-figures"), figuresPart(site, edition, beside))}${part(words.t("site-no-longer-so"), supersededPart(edition, moved, path, words), "moved")}${part(
  words.t("site-errata"),
  errataPart(edition, path, words),
  "errata",
)}${part(words.t("site-accepted"), acceptedPart(edition))}${part(words.t("site-files"), filesPart(edition, path, words), "files")}${part(
  words.t("site-verify"),
  edition.kind === "sealed"
    ? html`${verifyLines(site, edition, path)}${countersignedLines(edition, path, words)}`
    : noMarkup,
  "verify",
)}${part(words.t("site-cite"), citePart(site, edition), "cite")}`;
  const description = summaryInForce(edition).sentences[0] ?? published;
  return renderPage(site, {
    ...{path, title, description, head: head(site, edition, beside), body},
    signedWith: edition.key,
  });
}

function head(site: ArchiveSite, edition: ArchivedEdition, {path, before, after}: Beside): Markup {
  const link = (rel: string, to: ArchivedEdition | null): Markup => {
    return to === null
      ? noMarkup
      : html`<link rel="${rel}" href="${relativeLink(path, editionPath(to))}">
`;
  };
  return html`<link rel="latest-version" href="${relativeLink(path, "index.html")}">
${link("predecessor-version", before)}${link("successor-version", after)}<link rel="version-history" href="${relativeLink(path, "editions/index.html")}">
${editionData(site, edition)}`;
}

function banner({kind, errata}: ArchivedEdition, {path, moved, before, after}: Beside, words: Translator): Markup {
  const says = [
    ...(kind === "older"
      ? [
          html`<p>${words.t("site-not-recomputable")}</p>
`,
        ]
      : []),
    ...(kind === "kept"
      ? [
          html`<p>${words.t("site-not-sealed")}</p>
`,
        ]
      : []),
    ...(errata.length > 0
      ? [
          html`<p><strong>${words.t("site-corrected", {count: errata.length})}</strong> <a href="#errata">${words.t("site-what-changed")}</a></p>
`,
        ]
      : []),
    ...(moved.length > 0
      ? [
          html`<p>${words.t("site-superseded", {count: moved.length})} <a href="#moved">${words.t("site-which-figures")}</a></p>
`,
        ]
      : []),
  ];
  const steps = [
    ...(before === null
      ? []
      : [
          html`<a href="${relativeLink(path, editionPath(before))}" rel="prev">${words.t("site-edition-before", {period: words.period(before.period)})}</a>`,
        ]),
    ...(after === null
      ? []
      : [
          html`<a href="${relativeLink(path, editionPath(after))}" rel="next">${words.t("site-edition-after", {period: words.period(after.period)})}</a>`,
        ]),
  ];
  const list = steps.map((step, place) => html`${place > 0 ? " · " : ""}${step}`);
  return html`${
    says.length === 0
      ? noMarkup
      : html`<div class="banner">
${says}</div>
`
  }${
    steps.length === 0
      ? noMarkup
      : html`<p class="when">${list}</p>
`
  }`;
}

/** The outputs that a person reads, the whole report first. */
const readable = ["report.html", "report.pdf", "report.md", "report.txt", "report.csv", "report.json"];

function readLinks({files, period, kind}: ArchivedEdition, path: string, words: Translator): Markup {
  const names =
    kind === "older"
      ? files.map(({name}) => name).filter((name) => name !== "history.csv")
      : readable.filter((name) => files.some((file) => file.name === name));
  if (names.length === 0) return noMarkup;
  const links = names.map((name, place) => {
    const link = relativeLink(path, editionFile(period, name));
    return html`${place > 0 ? " · " : ""}<a href="${link}">${kind === "older" ? name : name.replace("report.", "").toUpperCase()}</a>`;
  });
  return html`<p>${words.t("site-read-whole")} ${links}</p>
`;
}

const mostErrata = 12;

function errataPart({errata}: ArchivedEdition, path: string, words: Translator): Markup {
  if (errata.length === 0) return noMarkup;
  return html`${errata
    .toReversed()
    .slice(0, mostErrata)
    .map(
      (
        erratum,
      ) => html`<h3><a href="${relativeLink(path, erratumPath(erratum))}">${erratumHeading(erratum, words)}</a></h3>
<p>${asWritten(erratum.reason)}</p>
${changedSentences(erratum, words)}`,
    )}`;
}

function acceptedPart({accepted}: ArchivedEdition): Markup {
  if (accepted.length === 0) return noMarkup;
  return html`<ul>
${accepted.map(
  ({
    text,
    reason,
  }) => html`<li>${asWritten(text)}${reason === "" ? "" : html` <span class="when">${asWritten(reason)}</span>`}</li>
`,
)}</ul>
`;
}

function filesPart({files, period, report}: ArchivedEdition, path: string, words: Translator): Markup {
  const columns = [{head: words.t("site-file")}, {head: words.t("site-size")}, {head: "SHA-256", kind: "sum"}] as const;
  const row = ({name, bytes, sha256}: ArchivedFile) => {
    return [
      html`<a href="${relativeLink(path, editionFile(period, name))}">${asWritten(name)}</a>`,
      printBytes(bytes, words),
      sha256,
    ];
  };
  const methodology = report?.methodology ?? null;
  const counted =
    methodology === null
      ? noMarkup
      : html`<p>${words.t("site-counted-by")} <a href="${relativeLink(path, methodologyPath(methodology.sha256))}">${asWritten(methodology.name)} <code>${methodology.sha256.slice(0, 16)}</code></a>. ${words.t("made-by", {version: report!.broadsheet, logs: report!.logs})}</p>
`;
  const all = sheet(words.t("site-files"), columns, files.slice(0, mostFetched).map(row));
  if (files.length <= mostOpen) return html`${counted}${all}`;
  return html`${counted}<details><summary>${words.t("site-all-files", {count: files.length})}</summary>
${all}</details>
`;
}

function citePart(site: ArchiveSite, edition: ArchivedEdition): Markup {
  const {text, bibtex, csl} = citations(site, edition);
  return html`<p>${asWritten(text)}</p>
<details><summary>BibTeX</summary>
<pre>${bibtex.split("\n").map(
    (line) => html`${line}
`,
  )}</pre>
</details>
<details><summary>CSL-JSON</summary>
<pre>${csl.split("\n").map(
    (line) => html`${line}
`,
  )}</pre>
</details>
`;
}
