import type {DocumentCells} from "../disclosure/document-cells.ts";
import type {Asked} from "../layout.ts";

/** A list of documents before its rows are chosen, and the group that it is of; null for all documents. */
export interface AskedList {
  readonly asked: Asked;
  readonly list: number | null;
}

/** What the tables of documents have been found to hold, before their rows are chosen together. */
export interface DocumentTables {
  readonly documents: DocumentCells;
  /** The documents under no department; null where there is no table of departments, or it is not wanted. */
  readonly unmatched: Asked | null;
  /** The lists of the documents read most; empty where they are not wanted. */
  readonly top: readonly AskedList[];
}
