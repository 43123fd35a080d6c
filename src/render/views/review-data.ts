import {printJson} from "../../base/json.ts";
import {
  effectsOf,
  figuresWith,
  isUndecided,
  type Review,
  type ReviewedClient,
  reviewFigures,
} from "../../report/review.ts";
import {type Days, decidedDays} from "../../report/review-days.ts";
import {type CsvCell, printRows} from "../csv/cell.ts";

/** The review for programs. Text stands as the logs have it. */
export function reviewJson(review: Review): string {
  const {publication, site, period, timeZone, limit, isLimitInForce, closed, lookedUpIn, spans, clients, groups} =
    review;
  return printJson({
    publication,
    ...(site === null ? {} : {site}),
    period,
    timeZone,
    limit,
    isLimitInForce,
    closed: [...closed].map(([month, on]) => ({month, on})),
    lookedUpIn,
    ...(groups.length === 0 ? {} : {groups: groups.map(({entry, decision}) => ({entry, ...decision}))}),
    undecided: clients.filter(isUndecided).length,
    figures: spans.map((span) => ({period: span.name, ...reviewFigures(span)})),
    clients: clients.map((client) => clientEntry(review, client)),
  });
}

function clientEntry({spans: all}: Review, {spans, ...client}: ReviewedClient): object {
  return {
    ...client,
    periods: spans.flatMap((own) => {
      const span = all.find(({name}) => name === own.span);
      if (!span) return [];
      const {span: period, differentDocuments, asReader, now} = own;
      return {
        period,
        documents: asReader.documents,
        differentDocuments,
        bytes: asReader.bytes,
        countedDocuments: now.documents,
        figures: {
          ...effectsOf(span, [own]),
          undecided: figuresWith(span, own, own.asRuled),
        },
      };
    }),
  };
}

/** The columns that a person fills in; `--decide` reads them, and none of the others. */
export const decisionColumns = ["entry", "decision", "reason", "from", "until"] as const;

const factColumns = [
  ...[
    "decided_now",
    "decided_reason",
    "months",
    "over_limit",
    "grounds",
    "documents",
    "different",
    "megabytes",
    "hours",
  ],
  ...["owner", "country", "reverse_name", "agents", "agent", "took_most"],
  ...["readers_now", "readers_left_out", "readers_as_reader"],
  ...["megabytes_per_day_now", "megabytes_per_day_left_out", "megabytes_per_day_as_reader"],
  ...["documents_per_day_now", "documents_per_day_left_out", "documents_per_day_as_reader"],
] as const;

/**
 * The review as a sheet to be filled in: a row a client, first what a person decides, then what is known. Text of strangers is
 * neutralised for spreadsheets.
 *
 * @param closed All closed months of the workspace, which no decision is to touch.
 */
export function reviewCsv(review: Review, closed: readonly string[]): string {
  const columns = [...decisionColumns, ...factColumns];
  const days = decidedDays(review.months, closed) ?? {from: null, until: null};
  const rows = review.clients.map((client) => rowOf(review, client, days));
  return printRows([columns, ...rows], columns.length);
}

function rowOf(review: Review, client: ReviewedClient, days: Days): CsvCell[] {
  const {entry, decision, owner, country, reverseName, listed, agents, agentCount, documents, hours} = client;
  const own = client.spans.find(({span}) => span === review.period);
  const span = review.spans.find(({name}) => name === review.period);
  const effects = own && span ? effectsOf(span, [own]) : null;
  const figures = effects === null ? [] : [effects.now, effects.leftOut, effects.asReader];
  const bytes = own?.asReader.bytes ?? null;
  return [
    ...[entry, null, null, days.from, days.until],
    ...[decision?.decision ?? null, decision?.reason ?? null],
    listed.map(({month}) => month).join(" "),
    listed.some(({isOverLimit}) => isOverLimit) ? 1 : 0,
    [...new Set(listed.flatMap(({grounds}) => grounds.map(({id}) => id)))].join(" "),
    ...[own?.asReader.documents ?? 0, own?.differentDocuments ?? 0, bytes === null ? null : round(bytes / 1e6)],
    hours.filter((count) => count > 0).length,
    ...[owner, country, reverseName, agentCount, agents[0]?.agent ?? null, documents[0]?.document ?? null],
    ...figures.map(({readers}) => readers),
    ...figures.map(({megabytesPerDay}) => (megabytesPerDay === null ? null : round(megabytesPerDay))),
    ...figures.map(({documentsPerDay}) => round(documentsPerDay)),
  ];
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
