import type {Result} from "../intake/ingest.ts";

/** What became of logs. */
export interface IngestSummary {
  /** One an input, in their order. */
  readonly results: readonly Result[];
  /** Files that count, or did before. */
  readonly files: number;
  /** What this ingest added. */
  readonly lines: number;
  readonly requests: number;
  /** Files that were named and of which nothing counts. */
  readonly refused: number;
}

/** Was an input refused that a person named? A file that merely lies in a folder of logs may be something else. */
export function isRefused({fault, source}: Result): boolean {
  return fault !== null && !(source.isFromFolder && fault.code === "INPUT_NOT_A_LOG");
}

/** What became of all of them. */
export function summaryOf(results: readonly Result[]): IngestSummary {
  const outcomes = results.flatMap(({outcome}) => outcome ?? []);
  return {
    results,
    files: outcomes.length,
    lines: outcomes.reduce((sum, {addedLines}) => sum + addedLines, 0),
    requests: outcomes.reduce((sum, {addedRequests}) => sum + addedRequests, 0),
    refused: results.filter(isRefused).length,
  };
}
