import {type EditionRecord, type ErratumRecord, parseEdition, parseErratum} from "../../report/restate/edition.ts";
import {
  type PublishedReport,
  parsePublished,
  parseReportJson,
  type Restatement,
} from "../../report/restate/published.ts";
import {
  readEditionFolders,
  readErrataFolders,
  readPublishedFiles,
  type SealedFolder,
} from "../../workspace/published.ts";

/** An edition, as its folder says. */
export interface PublishedEdition {
  readonly record: EditionRecord;
  /** Of its folder. */
  readonly path: string;
  /** SHA-256 of its file of sums. */
  readonly sums: string;
  /** The text of `report.json`. */
  readonly reportJson: string;
}

/** What was restated of a published report, as its folder says. */
export interface PublishedErratum {
  readonly record: ErratumRecord;
  readonly path: string;
  readonly sums: string;
}

/**
 * Every report that a workspace has published, in the order of the days: editions, and what an older Broadsheet kept as files.
 *
 * Of a period that has both there are two, the file first.
 *
 * @throws {UserError} PUBLISHED_DAMAGED
 */
export function readPublished(workspaceFolder: string): PublishedReport[] {
  const errata = readErrata(workspaceFolder);
  const files = readPublishedFiles(workspaceFolder).map(({path, text}) => {
    const own = parsePublished(text, path);
    return {...own, restated: [...own.restated, ...restatementsOf(own.period, null, errata)]};
  });
  const editions = readEditions(workspaceFolder).map((edition) => publishedOf(edition, errata));
  return [...files, ...editions].toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)));
}

/** An edition as a published report, with what was restated of it. */
export function publishedOf(
  {record, sums, reportJson}: Omit<PublishedEdition, "path">,
  errata: readonly Pick<PublishedErratum, "record">[],
): PublishedReport {
  const {period, date, scope, basis, accepted, language} = record;
  const movedReason = accepted.find(({id}) => id === movedDoubt)?.reason ?? null;
  const restated = restatementsOf(period, sums, errata);
  const report = parseReportJson(reportJson);
  return {period, on: date, scope, basis, report, language, restated, movedReason, sums};
}

/** One report of each period: of one that has an edition and the file of an older Broadsheet, the edition. */
export function lastOfEach(reports: readonly PublishedReport[]): PublishedReport[] {
  const editions = new Set(reports.flatMap(({period, sums}) => (sums === null ? [] : [period])));
  return reports.filter(({period, sums}) => sums !== null || !editions.has(period));
}

/** What is accepted where figures of an edition are others than published before. */
export const movedDoubt = "moved-figures";

/**
 * Every edition, in the order of the periods' names.
 *
 * @throws {UserError} PUBLISHED_DAMAGED
 */
export function readEditions(workspaceFolder: string): PublishedEdition[] {
  return readEditionFolders(workspaceFolder).map(({path, sumsSha256, texts: [text, reportJson]}) => {
    return {record: parseEdition(text!, `${path}/edition.json`), path, sums: sumsSha256, reportJson: reportJson!};
  });
}

/**
 * Every erratum, by period and number.
 *
 * @throws {UserError} PUBLISHED_DAMAGED
 */
export function readErrata(workspaceFolder: string): PublishedErratum[] {
  return readErrataFolders(workspaceFolder).map(({path, sumsSha256, texts: [text]}: SealedFolder) => {
    return {record: parseErratum(text!, `${path}/erratum.json`), path, sums: sumsSha256};
  });
}

function restatementsOf(
  period: string,
  sums: string | null,
  errata: readonly Pick<PublishedErratum, "record">[],
): Restatement[] {
  const own = errata.filter(({record}) => record.period === period && (record.edition?.sums ?? null) === sums);
  return own.map(({record: {date, kind, reason, causes, figures, basis, summary}}) => ({
    ...{on: date, kind, reason, basis, summary: summary.after, causes: causes.map(({text}) => text)},
    figures: figures.map(({key, before, after, label, span, cell, decimals}) => {
      return {key, before, after, label, span, cell, decimals};
    }),
  }));
}
