import type {Names} from "../../methodology/judge/judgement.ts";
import {type DocumentKind, unnamed} from "../../methodology/judge/paths.ts";
import type {Asked, TableLayout} from "../layout.ts";
import {askCounts} from "../tables/counts.ts";
import type {TableSource} from "../tables/source.ts";
import {Printed} from "./printed.ts";
import {publishedOfMonths} from "./published-before.ts";
import {printPublished, publishedRows} from "./published-rows.ts";
import {readersOf, wholeOf} from "./whole.ts";

/** What a report prints of documents: departments, languages, lists of documents and sections speak of the same requests. */
export interface DocumentCells {
  readonly printed: Printed;
  /** The cell of a document that may be shown by itself. */
  ofDocument(document: number): number;
  /** The cells of the documents of some kinds. */
  ofKinds(isMeant: (kind: DocumentKind) => boolean): number[];
}

function numberIn(names: readonly string[], kind: string, name: string): number {
  return kind === "unknown" ? unnamed : names.indexOf(name);
}

/**
 * Divides the documents into cells: each document that may be shown is one, and the others of a kind are one.
 *
 * @param asked The tables whose entries are documents.
 */
export async function openDocumentCells(source: TableSource, asked: readonly Asked[]): Promise<DocumentCells> {
  const {engine, names, figures, period, published, smallest} = source;
  const {kinds} = names;
  const documents = [...new Set(asked.flatMap(({ranked}) => ranked.map(({entry}) => entry)))];
  const cellOf = new Map(documents.map((document, place) => [document, kinds.length + place]));
  const shown = await engine.table("shown");
  shown.add(documents.map((document) => [document]));
  shown.close();
  const rows = await engine.ask("document-kinds");
  const kindOf = new Map(rows.map((row) => [cellOf.get(Number(row["document"]))!, kinds[Number(row["kind"])]!]));
  for (const [cell, kind] of kinds.entries()) kindOf.set(cell, kind);
  const layout: Pick<TableLayout, "question" | "load"> = {
    question: "table-documents",
    load: async () => {
      const table = await engine.table("document_cell");
      table.add([...cellOf]);
      table.close();
      await engine.keep("grouping", "grouping-cells");
    },
  };
  await layout.load();
  const found = await askCounts(layout, source, period, Number.MAX_SAFE_INTEGER);
  const readers = new Map([...found].map(([cell, counts]) => [cell, counts["readers"] ?? 0]));
  const printed = new Printed(
    {readers, readersOf: (cells) => readersOf(layout, source, cells, found.keys())},
    smallest,
  );
  const ofKinds = (isMeant: (kind: DocumentKind) => boolean): number[] =>
    [...kindOf].filter(([, kind]) => isMeant(kind)).map(([cell]) => cell);
  printed.print({...wholeOf(source), cells: printed.all});
  const span = period.months.length > 1 ? period.name : period.months[0]!;
  for (const {measure, spans} of figures) {
    if (measure.area === undefined) continue;
    const {name, isSent} = measure.area;
    const cells = ofKinds(({sections, places}) => (isSent ? places : sections).includes(name));
    const value = spans.get(span)?.value ?? null;
    printed.print({cells: printed.among(cells), readers: value, hasRequests: false, holdsMore: isSent});
  }
  const cellByPath = new Map(
    asked.flatMap(({ranked}) => ranked.map((row) => [row.described.key, cellOf.get(row.entry)!])),
  );
  const tables = documentTables(names, {ofKinds, cellByPath});
  for (const one of publishedOfMonths(period, published)) {
    for (const {table, list, cellsOf} of tables) {
      const rows = publishedRows(one, table);
      if (rows.length === 0) continue;
      const whole = ofKinds((kind) => list === null || kind.list === list);
      printPublished(printed, rows, {amount: "documents", whole}, (row) => {
        const cells = cellsOf(row);
        return {cells, requests: cells.reduce((sum, cell) => sum + (found.get(cell)?.["documents"] ?? 0), 0)};
      });
    }
  }
  return {printed, ofKinds, ofDocument: (document) => cellOf.get(document)!};
}

/** A table of documents that may have been published, and what its rows are made of. */
interface DocumentTable {
  readonly table: string;
  /** The group whose list it is; null where it is of all documents. */
  readonly list: number | null;
  cellsOf(row: {readonly kind: string; readonly key: string}): number[];
}

function documentTables(
  {departments, languages, lists}: Names,
  {ofKinds, cellByPath}: Pick<DocumentCells, "ofKinds"> & {readonly cellByPath: ReadonlyMap<string, number>},
): DocumentTable[] {
  const ofDocument: DocumentTable["cellsOf"] = ({key}) => [cellByPath.get(key) ?? []].flat();
  return [
    {
      ...{table: "departments", list: null},
      cellsOf: ({kind, key}) => ofKinds((one) => one.department === numberIn(departments, kind, key)),
    },
    {
      ...{table: "languages", list: null},
      cellsOf: ({kind, key}) => ofKinds((one) => one.language === numberIn(languages, kind, key)),
    },
    {table: "top-documents", list: null, cellsOf: ofDocument},
    ...lists.map((name, list) => ({table: `top-documents:${name}`, list, cellsOf: ofDocument})),
  ];
}
