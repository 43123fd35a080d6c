import {daysInMonth} from "../../../base/period.ts";
import {visible} from "../../../base/text.ts";
import {html, type Markup, noMarkup, trusted} from "../../../render/markup/html.ts";
import type {ArchivedEdition, ArchivedFile} from "../archive/archive.ts";
import {editionFile, editionPath, relativeLink} from "../paths.ts";
import {type ArchiveSite, summaryInForce} from "../site.ts";

const types: readonly (readonly [ending: string, type: string])[] = [
  [".csv", "text/csv"],
  [".json", "application/json"],
  [".pdf", "application/pdf"],
  [".html", "text/html"],
  [".md", "text/markdown"],
  [".txt", "text/plain"],
];

const mostMeasures = 40;
const mostErrata = 12;

/** An edition as schema.org describes a set of data, in the head of its page: data, which no browser runs. */
export function editionData(site: ArchiveSite, edition: ArchivedEdition): Markup {
  const {words, publication, address} = site;
  const {period, months, date, report, errata, files} = edition;
  const path = editionPath(edition);
  const title = words.t("headline", {period: words.period(period)});
  const absolute = (target: string): string =>
    address === null ? relativeLink(path, target) : address + relativeLink("", target);
  const last = months.at(-1)!;
  return dataBlock({
    "@context": "https://schema.org",
    "@type": "Dataset",
    ...(address === null ? {} : {"@id": absolute(path), url: absolute(path)}),
    name: `${publication}: ${title}`,
    description: summaryInForce(edition).sentences.join(" ") || title,
    ...(date === null ? {} : {datePublished: date, dateModified: errata.at(-1)?.date ?? date}),
    inLanguage: words.language.tag,
    isAccessibleForFree: true,
    creator: {"@type": "Organization", name: publication},
    temporalCoverage: `${months[0]}-01/${last}-${daysInMonth(last)}`,
    ...(report?.methodology
      ? {measurementTechnique: `${report.methodology.name}, SHA-256 ${report.methodology.sha256}`}
      : {}),
    variableMeasured: (report?.measures ?? []).slice(0, mostMeasures).map(({id, label, unit}) => {
      return {"@type": "PropertyValue", propertyID: id, name: label, unitText: unit};
    }),
    distribution: files.flatMap(({name, bytes, sha256}: ArchivedFile) => {
      const type = types.find(([ending]) => name.endsWith(ending))?.[1];
      if (type === undefined || !/^(?:report\.|data\/)/.test(name)) return [];
      return [
        {
          "@type": "DataDownload",
          contentUrl: absolute(editionFile(period, name)),
          encodingFormat: type,
          contentSize: String(bytes),
          sha256,
        },
      ];
    }),
    ...(errata.length === 0
      ? {}
      : {
          correction: errata.slice(-mostErrata).map(({date: day, reason}) => {
            return {"@type": "CorrectionComment", datePublished: day, text: reason};
          }),
        }),
  });
}

/** The archive as a whole. */
export function archiveData({words, publication, address, archive, series}: ArchiveSite): Markup {
  const months = series
    .flatMap((one) => [one.months[0]?.span, one.months.at(-1)?.span])
    .filter((month) => month !== undefined);
  if (months.length === 0) return noMarkup;
  const [first, last] = [months.reduce((a, b) => (b < a ? b : a)), months.reduce((a, b) => (b > a ? b : a))];
  const sheets = ["data/series.csv", "data/vintages.csv"];
  const date = archive.editions.at(-1)?.date ?? null;
  return dataBlock({
    "@context": "https://schema.org",
    "@type": "Dataset",
    ...(address === null ? {} : {"@id": address, url: address}),
    name: words.t("site-archive-of", {publication}),
    description: words.t("site-archive-means", {publication}),
    ...(date === null ? {} : {dateModified: date}),
    inLanguage: words.language.tag,
    isAccessibleForFree: true,
    creator: {"@type": "Organization", name: publication},
    temporalCoverage: `${first}-01/${last}-${daysInMonth(last)}`,
    variableMeasured: series.slice(0, mostMeasures).map(({id, label, unit}) => {
      return {"@type": "PropertyValue", propertyID: id, name: label, unitText: unit};
    }),
    distribution: sheets.map((path) => {
      return {
        "@type": "DataDownload",
        contentUrl: address === null ? path : address + path,
        encodingFormat: "text/csv",
      };
    }),
  });
}

function dataBlock(data: object): Markup {
  const text = JSON.stringify(data, (_, value) => (typeof value === "string" ? visible(value) : value));
  // What would end the block, or begin another, is written by its number.
  const safe = text.replaceAll("<", "\\u003c").replaceAll(">", "\\u003e").replaceAll("&", "\\u0026");
  return html`<script type="application/ld+json">${trusted(safe)}</script>
`;
}
