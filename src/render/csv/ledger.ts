import type {LedgerPart, Report} from "../../report/report.ts";
import {ledgerView} from "../content/ledger-as-report.ts";
import {wordsOf} from "../content/report-words.ts";
import type {CsvCell} from "./cell.ts";
import {comparisonRows, reasonRows} from "./comparison.ts";

/**
 * The figures of the books by month, in the sections of those from logs with `ledger` before their names:
 * `ledgerMeasure`, `ledgerReason`, `ledgerComparison`, `ledgerChange`, `ledgerNote`, …; and `ledgerRange`.
 */
export function ledgerRows(report: Report): CsvCell[][] {
  const {ledger, columns} = report;
  if (ledger === null) return [];
  const periods = columns.map(({period}) => period);
  const words = wordsOf(report);
  const reasonsOf = ({reasons, totalReason}: LedgerPart["measures"][number]): readonly (string | null)[] => {
    return periods.length > 1 ? [...reasons, totalReason] : reasons;
  };
  return [
    ...ledger.measures.map(({id, label, unit, values, total}): CsvCell[] => {
      return ["measure", id, label, words.unit(unit), ...values, total];
    }),
    ...ledger.measures.flatMap((figures) => reasonRows("reason", figures, reasonsOf(figures))),
    ...comparisonRows(ledgerView(report, ledger)),
    ...ledger.notes.map(({id, text, columns, mark}): CsvCell[] => {
      return ["note", id, text, "", ...periods.map((period) => (columns.includes(period) ? mark : null))];
    }),
  ].map(([section, ...cells]) => [ledgerName(String(section)), ...cells]);
}

function ledgerName(section: string): string {
  return `ledger${section.charAt(0).toUpperCase()}${section.slice(1)}`;
}

/** What moved, the plan, ranks, events, credits and ranges: tables with columns of their own. */
export function ledgerRecords(report: Report): CsvCell[][] {
  const {moved, ledger} = report;
  const words = wordsOf(report);
  const {ranges = [], plan = [], ranks = [], events = [], credits = []} = ledger ?? {};
  return [
    ...records(
      "moved",
      words.t("moved-most"),
      ["measure", "from", "to", "fromMonth", "toMonth", "changePercent", "explanations", "note"],
      moved.map(({id, label, unit, from, to, fromMonth, toMonth, changePercent, explanations, note}) => {
        const why = explanations.map(({text}) => text).join("; ");
        return [label, words.unit(unit), id, from, to, fromMonth, toMonth, changePercent, why, note];
      }),
    ),
    ...records(
      "ledger-ranges",
      words.t("ranges"),
      ["measure", "low", "high"],
      ranges.map(({id, low, high}) => {
        const named = ledger?.measures.find((one) => one.id === id);
        return [named?.label ?? id, named ? words.unit(named.unit) : "", id, low, high];
      }),
    ),
    ...records(
      "map",
      words.t("section.map"),
      ["region", "country", "copies", "latitude", "longitude"],
      (ledger?.map?.places ?? []).map(({city, region, country, copies, latitude, longitude}) => {
        return [city, words.t("unit.copies"), region, country, copies, latitude, longitude];
      }),
    ),
    ...records(
      "plan",
      words.t("section.plan"),
      [
        ...["measure", "date", "target", "actual", "actualMonth", "actualReason", "ratio", "isMet"],
        ...["growthNeeded", "growthReason", "trendMonth", "trendReason"],
      ],
      plan.map((line) => [
        ...[
          line.label,
          line.unit ? words.unit(line.unit) : "",
          line.measure,
          line.on,
          line.target,
          line.actual,
          line.actualMonth,
        ],
        ...[line.actualReason, line.ratio, String(line.isMet), line.growthNeeded, line.growthReason],
        ...[line.trendMonth, line.trendReason],
      ]),
    ),
    ...records(
      "ranks",
      words.t("places-in-lists"),
      ["list", "rank", "reason", "date", "rankBefore", "reasonBefore", "dateBefore", "passed", "passedBy"],
      ranks.map(({name, list, now, before, passed, passedBy}) => [
        ...[name, "", list, now.rank, now.reason, now.on, before.rank, before.reason, before.on],
        ...[passed.join("; "), passedBy.join("; ")],
      ]),
    ),
    ...records(
      "events",
      words.t("section.events"),
      ["date", "until", "measure"],
      events.map(({on, until, measure, text}) => [text, "", on, until, measure]),
    ),
    ...records(
      "credits",
      words.t("section.credits"),
      ["period", "post", "by"],
      credits.map(({period, post, what, by}) => [what, "", period, post, by]),
    ),
  ];
}

/** A `table` row that names the columns, and a `row` row each; nothing where there are none. */
function records(
  id: string,
  title: string,
  names: readonly string[],
  rows: readonly (readonly CsvCell[])[],
): CsvCell[][] {
  if (rows.length === 0) return [];
  return [["table", id, title, "", ...names], ...rows.map((cells): CsvCell[] => ["row", id, ...cells])];
}
