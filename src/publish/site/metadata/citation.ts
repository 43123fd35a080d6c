import {visible} from "../../../base/text.ts";
import type {ArchivedEdition} from "../archive/archive.ts";
import {editionPath, relativeLink} from "../paths.ts";
import type {ArchiveSite} from "../site.ts";

/** How an edition is cited: in a sentence, for BibTeX, and as CSL-JSON. */
export interface Citations {
  readonly text: string;
  readonly bibtex: string;
  readonly csl: string;
}

/**
 * How is an edition cited, so that what is cited can be told from what came later? By its hash.
 *
 * Without an address it names none: the archive may stand anywhere.
 */
export function citations(
  {publication, words, address}: Pick<ArchiveSite, "publication" | "words" | "address">,
  edition: ArchivedEdition,
): Citations {
  const {period, date, sums, files} = edition;
  const title = words.t("headline", {period: words.period(period)});
  const hash = sums ?? files.find(({name}) => name === "report.json")?.sha256 ?? null;
  const url = address === null ? null : address + relativeLink("", editionPath(edition));
  const year = date?.slice(0, 4) ?? null;
  const text = [
    `${publication}${year === null ? "" : ` (${year})`}: ${title}.`,
    ...(date === null ? [] : [words.t("site-cite-published", {day: words.day(date)})]),
    ...(url === null ? [] : [`<${url}>.`]),
    ...(hash === null ? [] : [`SHA-256 ${hash.slice(0, 16)}.`]),
  ];
  const note = hash === null ? null : `SHA-256 ${hash}`;
  return {
    text: words.sentences(text),
    bibtex: bibtexOf({period, publication, title, date, url, note}),
    csl: cslOf({period, publication, title, date, url, note}),
  };
}

interface Cited {
  readonly period: string;
  readonly publication: string;
  readonly title: string;
  readonly date: string | null;
  readonly url: string | null;
  readonly note: string | null;
}

function bibtexOf({period, publication, title, date, url, note}: Cited): string {
  const fields = [
    ["author", `{${texText(publication)}}`],
    ["title", `{${texText(title)}}`],
    ["institution", `{${texText(publication)}}`],
    ...(date === null
      ? []
      : [
          ["year", date.slice(0, 4)],
          ["date", date],
        ]),
    // An address is taken as it stands, by the programs that set it.
    ...(url === null ? [] : [["url", url]]),
    ...(note === null ? [] : [["note", texText(note)]]),
  ].map(([name, value]) => `  ${name} = {${value}}`);
  return `@techreport{readership-${period.replaceAll(/[^0-9A-Za-z-]+/g, "-")},\n${fields.join(",\n")}\n}`;
}

const texSigns: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

function texText(text: string): string {
  return visible(text).replace(/[\\~^{}%&#_$]/g, (sign) => texSigns[sign] ?? `\\${sign}`);
}

function cslOf({period, publication, title, date, url, note}: Cited): string {
  const entry = {
    id: `readership-${period}`,
    type: "report",
    title: visible(title),
    author: [{literal: visible(publication)}],
    publisher: visible(publication),
    ...(date === null ? {} : {issued: {"date-parts": [date.split("-").map(Number)]}}),
    ...(url === null ? {} : {URL: url}),
    ...(note === null ? {} : {note}),
  };
  return JSON.stringify([entry], null, 2);
}
