import {parsePeriod} from "../../base/period.ts";
import {
  type ChainedEdition,
  type EditionRecord,
  type ErratumRecord,
  movedDoubt,
  parseChained,
  parseEdition,
  parseErratum,
} from "../../report/restate/edition.ts";
import {
  type PublishedReport,
  parsePublished,
  parseReportJson,
  type Restatement,
} from "../../report/restate/published.ts";
import {
  everyPeriod,
  readEditionFolders,
  readErrataFolders,
  readPublishedFiles,
  type SealedFolder,
  type WantedPeriods,
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
export function readPublished(workspaceFolder: string, isWanted: WantedPeriods = everyPeriod): PublishedReport[] {
  const errata = readErrata(workspaceFolder, isWanted);
  const files = readPublishedFiles(workspaceFolder).flatMap(({path, text}) => {
    const own = parsePublished(text, path);
    if (!isWanted(own.period)) return [];
    return [{...own, restated: [...own.restated, ...restatementsOf(own.period, null, errata)]}];
  });
  const editions = readEditions(workspaceFolder, isWanted).map((edition) => publishedOf(edition, errata));
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

/** Periods that share a month with some others. */
export function touching(periods: readonly {readonly months: readonly string[]}[]): WantedPeriods {
  const months = new Set(periods.flatMap((period) => period.months));
  return (name) => parsePeriod(name, "1970-01-01").months.some((month) => months.has(month));
}

/**
 * Every edition that is wanted, in the order of the periods' names.
 *
 * @throws {UserError} PUBLISHED_DAMAGED
 */
export function readEditions(workspaceFolder: string, isWanted: WantedPeriods = everyPeriod): PublishedEdition[] {
  return readEditionFolders(workspaceFolder, isWanted).map(({path, sumsSha256, texts: [text, reportJson]}) => {
    return {record: parseEdition(text!, `${path}/edition.json`), path, sums: sumsSha256, reportJson: reportJson!};
  });
}

/** Where in the chain does every edition stand? @throws {UserError} PUBLISHED_DAMAGED */
export function readEditionChain(
  workspaceFolder: string,
): (ChainedEdition & Pick<PublishedEdition, "path" | "sums">)[] {
  return readEditionFolders(workspaceFolder, everyPeriod, ["edition.json"]).map(({path, sumsSha256, texts: [text]}) => {
    return {...parseChained(text!, `${path}/edition.json`), path, sums: sumsSha256};
  });
}

/**
 * Every erratum, by period and number.
 *
 * @throws {UserError} PUBLISHED_DAMAGED
 */
export function readErrata(workspaceFolder: string, isWanted: WantedPeriods = everyPeriod): PublishedErratum[] {
  return readErrataFolders(workspaceFolder, isWanted).map(({path, sumsSha256, texts: [text]}: SealedFolder) => {
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
