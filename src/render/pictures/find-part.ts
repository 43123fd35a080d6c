import {UserError} from "../../base/error.ts";
import {nearest} from "../../base/nearest.ts";
import {visible} from "../../base/text.ts";
import type {Figures, Report, Table} from "../../report/report.ts";
import {ledgerView} from "../content/ledger-as-report.ts";

/** A figure or a table of a report, and the report that it is of: the books are one of their own. */
export type FoundPart =
  | {readonly view: Report; readonly figures: Figures; readonly table?: undefined}
  | {readonly view: Report; readonly table: Table; readonly figures?: undefined};

/** What is asked for, and by which option. */
export interface PartRequest {
  /** Of a measure or a table, of the logs or of the books. */
  readonly id: string;
  readonly field: "picture" | "embed";
  /** Ids of tables that the report could have had. */
  readonly others?: readonly string[];
}

/**
 * The figure or the table of that name.
 *
 * @throws {UserError} PICTURE_UNKNOWN proposes the nearest, and lists what there is.
 */
export function findPart(report: Report, {id, field, others = []}: PartRequest): FoundPart {
  const views = report.ledger === null ? [report] : [report, ledgerView(report, report.ledger)];
  for (const view of views) {
    const figures = view.measures.find((one) => one.id === id);
    if (figures !== undefined) return {view, figures};
    const table = view.tables.find((one) => one.id === id);
    if (table !== undefined) return {view, table};
  }
  const there = views.flatMap(({measures, tables}) => [...measures, ...tables].map((one) => one.id));
  const known = [...new Set([...there, ...others])];
  const near = nearest(id, known);
  throw new UserError(
    "PICTURE_UNKNOWN",
    `there is no figure and no table "${visible(id)}"`,
    `${near === null ? "" : `write ${near}, or `}name one of ${known.join(", ")}`,
    {field},
  );
}

/** That a figure or a table cannot be taken out, since there is nothing to see. */
export function nothingIn(id: string, field: PartRequest["field"]): UserError {
  return new UserError(
    "PICTURE_REFUSED",
    `${id} has no value in this period`,
    "name another figure, or another period",
    {
      field,
    },
  );
}
