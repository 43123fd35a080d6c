import {readFileSync} from "node:fs";
import {join} from "node:path";
import {sha256} from "../../base/sha256.ts";
import {type BookName, bookNames, books} from "../../ledger/books.ts";
import {examineLedger, type LedgerExamination, type LedgerOptions, ledgerFolder} from "../../ledger/ledger.ts";
import type {LedgerFault} from "../../ledger/ledger-fault.ts";
import {type BookSummary, summariesOf} from "../../ledger/summary.ts";
import {anyMeasures} from "../../measures/all.ts";
import {ledgerMeasures} from "../../measures/ledger/ledger-measures.ts";
import {areasOf} from "../../methodology/site/site.ts";
import type {Workspace} from "../../workspace/workspace.ts";

/** What is said of one book. */
export interface ExaminedBook extends BookSummary {
  readonly path: string;
  /** The first of them. */
  readonly faults: readonly LedgerFault[];
  readonly faultCount: number;
}

/** What is wrong or doubtful in books, without their rows. */
export interface ExaminedBooks extends Omit<LedgerExamination, "books"> {
  readonly books: {readonly [Name in BookName]: ExaminedBook};
}

/** A book of 300,000 rows takes some seconds, and every page of books asks; what is kept holds no rows. */
const known = new Map<string, ExaminedBooks>();
const mostKnown = 16;
/** No book that can be read is larger. */
const mostBytes = 1 << 26;

/**
 * What is wrong or doubtful in a workspace's books, as its measures are called now?
 *
 * Kept in memory by what all books say, so that they are read again only where one has changed.
 *
 * @param options `instead`: texts to look at in place of books' files.
 */
export function examineBooks(
  {folder, config}: Pick<Workspace, "folder" | "config">,
  {instead}: Pick<LedgerOptions, "instead"> = {},
): ExaminedBooks {
  const measures = anyMeasures(areasOf(config)).map(({id}) => id);
  const allMeasures = [...measures, ...ledgerMeasures.map(({id}) => id)];
  const ledger = ledgerFolder(folder);
  const options = {...(instead && {instead}), measures, allMeasures};
  const contents = bookNames.map((name) => contentOf(join(ledger, books[name].file), instead?.get(name)));
  // What cannot be read is asked again: a person mends it.
  if (contents.includes(undefined)) return withoutRows(examineLedger(ledger, options));
  const key = sha256(JSON.stringify([ledger, allMeasures, contents]));
  const examined = known.get(key) ?? withoutRows(examineLedger(ledger, options));
  known.delete(key);
  known.set(key, examined);
  for (const oldest of known.keys()) if (known.size > mostKnown) known.delete(oldest);
  return examined;
}

/** SHA-256 of what a book says; null where there is none, undefined where it cannot be read. */
function contentOf(path: string, text: string | undefined): string | null | undefined {
  if (text !== undefined) return sha256(text);
  try {
    const bytes = readFileSync(path);
    return bytes.length > mostBytes ? undefined : sha256(bytes);
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === "ENOENT" ? null : undefined;
  }
}

function withoutRows({books: read, ...said}: LedgerExamination): ExaminedBooks {
  const examined = summariesOf(read).map((summary) => {
    const {path, faults, faultCount} = read[summary.name];
    return [summary.name, {...summary, path, faults, faultCount}];
  });
  return {...said, books: Object.fromEntries(examined) as ExaminedBooks["books"]};
}
