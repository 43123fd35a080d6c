import {nearest} from "../nearest.ts";
import {english} from "./en.ts";
import {idsCalled, textsWithLabels} from "./label-texts.ts";

/** The publisher's own labels by what they are of: `measure.readers`, `table.departments`, `column.departments.readers`. */
export type Labels = Readonly<Record<string, string>>;

/** What has a label, in the order in which an id that stands alone is looked for. */
const kinds = ["measure", "table", "verdict", "column", "section"] as const;

type Kind = (typeof kinds)[number];

/** What of a table has a label beside its columns. */
const headsOfTables = ["rowLabel", "groupLabel"];

/** Every id that has a label, by kind; `NAME` stands for what the publisher names. */
export const labelIds: Readonly<Record<Kind, readonly string[]>> = {
  measure: idsOf("measure"),
  table: idsOf("table"),
  verdict: idsOf("verdict"),
  // A column that is of something else in another table has two messages: `sharePercent-of-files`.
  column: [...new Set(idsOf("column").map((id) => id.split("-")[0]!))],
  section: idsOf("section"),
};

function idsOf(kind: Kind): string[] {
  return Object.keys(english).flatMap((id) => (id.startsWith(`${kind}.`) ? [id.slice(kind.length + 1)] : []));
}

/** The publisher's own label; null where there is none. */
export function labelled(labels: Labels, id: string): string | null {
  return Object.hasOwn(labels, id) ? labels[id]! : null;
}

/** What an id in the settings means, or what is wrong with it and what to write instead. */
export type LabelMeant = {readonly id: string} | {readonly fault: string; readonly help: string};

/**
 * What is the label of which the settings give the id?
 *
 * What stands on the page of a report is an id, too: `Distinct users`. `readers` alone is the measure; where no measure is called so, it is the one thing that is. `table.robots` says which.
 * `departments.readers` is one column of one table, and `column.readers` that column of all.
 */
export function labelMeant(written: string): LabelMeant {
  const [first, rest] = [written.slice(0, written.indexOf(".")), written.slice(written.indexOf(".") + 1)];
  const kind = kinds.find((one) => one === first);
  if (kind !== undefined) {
    const id = knownAs(kind, rest);
    if (id !== null) return {id: `${kind}.${id}`};
  }
  const ofTable = columnOfTable(written);
  if (ofTable !== null) return {id: ofTable};
  const known = kinds.flatMap((one) => {
    const id = knownAs(one, written);
    return id === null ? [] : [`${one}.${id}`];
  });
  const found = known.length > 0 ? known : idsCalled(written, kinds);
  const [one] = found;
  if (one !== undefined && (found.length === 1 || one.startsWith("measure."))) return {id: one};
  if (one !== undefined) return {fault: "may mean several things", help: `write ${found.join(" or ")}`};
  const near = nearest(written, [
    ...kinds.flatMap((of) => [...labelIds[of], ...labelIds[of].map((id) => `${of}.${id}`)]),
    ...textsWithLabels(kinds),
  ]);
  const help = near === null ? "docs/languages.md lists the ids that have a label" : `write ${near}`;
  return {fault: "is no id of a measure, table, column, verdict or section", help};
}

/** The id as it is kept: one of the list, or one that is named after the publisher's own things. */
function knownAs(kind: Kind, written: string): string | null {
  const ids = labelIds[kind];
  if (ids.includes(written)) return written;
  const [base = "", ...name] = written.split(":");
  if (!ids.includes(`${base}:NAME`)) return null;
  if (name.length === 0) return `${base}:NAME`;
  return name.join(":") === "" ? null : written;
}

function columnOfTable(written: string): string | null {
  const last = written.lastIndexOf(".");
  if (last < 0) return null;
  const [table, column] = [written.slice(0, last).replace(/^(?:table|column)\./, ""), written.slice(last + 1)];
  const isColumn = labelIds.column.includes(column) || headsOfTables.includes(column);
  const id = isColumn ? knownAs("table", table) : null;
  return id === null ? null : `column.${id}.${column}`;
}

/** The ids under which the label of a column of a table is looked for, the nearest first. */
export function columnIds(table: string, column: string): string[] {
  const base = table.split(":")[0]!;
  const ids = [
    `column.${table}.${column}`,
    `column.${base}:NAME.${column}`,
    `column.${base}.${column}`,
    `column.${column}`,
  ];
  return [...new Set(ids)];
}
