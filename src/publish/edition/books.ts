import {existsSync} from "node:fs";
import {join} from "node:path";
import {historyBook} from "../../ledger/books/history.ts";
import type {BookName} from "../../ledger/books.ts";
import {notInFirst} from "../../ledger/cells/rank.ts";
import {ledgerFolder, readLedger} from "../../ledger/ledger.ts";
import {readBook} from "../../ledger/read-book.ts";
import type {Ledger} from "../../ledger/rows.ts";
import {readKeptFile} from "../../workspace/kept-file.ts";
import {csvRow} from "../../workspace/sheet/csv-row.ts";
import type {Workspace} from "../../workspace/workspace.ts";

type Cell = string | number | null;

/** A book as it is published: rows that are alike in all but their figures are one. */
interface PublishedBook {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What is published of each book, where its rows are not: the columns that figures are made from, and their sums. */
const sumsOf: {readonly [Name in BookName]?: (ledger: Ledger) => PublishedBook} = {
  editions: ({editions}) => ({
    columns: ["title", "language", "issue", "print_date", "printed", "spoiled", "kept"],
    rows: editions.map((row) => {
      const {title, language, issue, printedOn, printedCopies, spoiledCopies, keptCopies} = row;
      return [title, language, issue, printedOn, printedCopies, spoiledCopies, keptCopies];
    }),
  }),
  deliveries: ({deliveries}) => ({
    columns: ["edition", "date", "city", "region", "country", "channel", "copies", "returns"],
    rows: summed(
      deliveries.map(({edition, on, city, region, country, channel, copies, returnedCopies}) => {
        return [edition, on, city, region, country, channel, copies, returnedCopies];
      }),
      2,
    ),
  }),
  mailings: ({mailings}) => ({
    columns: ["programme", "date", "reason", "sent", "delivered", "returned", "refused", "cost"],
    rows: summed(
      mailings.map(({programme, on, reason, sent, delivered, returned, refused, cost}) => {
        return [programme, on, reason, sent, delivered, returned, refused, cost];
      }),
      5,
    ),
  }),
  newsletters: ({newsletters}) => ({
    columns: ["list", "date", "sent", "bounced", "subscribers", "left"],
    rows: newsletters.map(({list, on, sent, bounced, subscribers, left}) => [
      list,
      on,
      sent,
      bounced,
      subscribers,
      left,
    ]),
  }),
  funds: ({funds}) => {
    const months = Map.groupBy(funds, ({purpose, on}) => JSON.stringify([purpose, on.slice(0, 7)]));
    const rows = [...months.values()].map((own) => {
      // What each gave on which day is nobody's business; the first day says from when on there was money.
      const first = own.map(({on}) => on).sort()[0]!;
      return [first, own[0]!.purpose, own.reduce((sum, {amount}) => sum + amount, 0)];
    });
    return {columns: ["date", "purpose", "amount"], rows};
  },
  translations: ({translations}) => ({
    columns: ["language", "kind", "date", "title"],
    rows: translations.map(({language, kind, on}, place) => [language, kind, on, `piece ${place + 1}`]),
  }),
  ranks: ({ranks}) => ({
    columns: ["list", "date", "name", "rank"],
    rows: ranks.map(({list, on, name, rank, notInFirst: length}) => {
      return [list, on, name, rank ?? (length === null ? "not in the list" : notInFirst(length))];
    }),
  }),
  plan: ({plan}) => ({
    columns: ["measure", "date", "target"],
    rows: plan.map(({measure, on, target}) => [measure, on, target]),
  }),
};

/**
 * The files of `books/` in an edition: a ledger that yields the same figures, without what may name persons.
 *
 * @returns Texts by the path in the edition; of a book whose rows are published, the file itself.
 * @throws {UserError} LEDGER_REFUSED or LEDGER_IMPOSSIBLE
 */
export function bookFiles({folder, config}: Workspace): Map<string, string | Uint8Array> {
  const books = ledgerFolder(folder);
  const files = new Map<string, string | Uint8Array>();
  if (!existsSync(books)) return files;
  const ledger = readLedger(books);
  const {publish} = config.ledger;
  const howOf = (name: BookName): string => (typeof publish === "string" ? publish : (publish[name] ?? "sums"));
  for (const [name, sums] of Object.entries(sumsOf) as [BookName, (of: Ledger) => PublishedBook][]) {
    const path = join(books, `${name}.csv`);
    if (!existsSync(path) || howOf(name) === "none") continue;
    if (howOf(name) === "rows") files.set(`books/${name}.csv`, readKeptFile(path, keptBook));
    else files.set(`books/${name}.csv`, printBook(sums(ledger)));
  }
  for (const name of ["credits", "events"] as const) {
    const path = join(books, `${name}.csv`);
    if (howOf(name) === "rows" && existsSync(path)) files.set(`books/${name}.csv`, readKeptFile(path, keptBook));
  }
  const history = readBook(historyBook(), join(books, "history.csv"));
  if (history.rows.length > 0 && howOf("history") !== "none") {
    const rows = history.rows.map(({row: {measure, month, value, source}}) => [measure, month, value, source]);
    files.set("books/history.csv", printBook({columns: ["measure", "month", "value", "source"], rows}));
  }
  return files;
}

const keptBook = {code: "LEDGER_REFUSED", name: "book", help: "check the ledger"} as const;

/** Rows that are the same but for the figures behind the first columns, as one: what is missing in one is missing in the sum. */
function summed(rows: readonly (readonly Cell[])[], figures: number): Cell[][] {
  const keysOf = (row: readonly Cell[]): readonly Cell[] => row.slice(0, -figures);
  return [...Map.groupBy(rows, (row) => JSON.stringify(keysOf(row))).values()].map((own) => {
    const sums = Array.from({length: figures}, (_, place) => {
      const values = own.map((row) => row.at(place - figures) as number | null);
      return values.includes(null) ? null : values.reduce<number>((sum, value) => sum + value!, 0);
    });
    return [...keysOf(own[0]!), ...sums];
  });
}

function printBook({columns, rows}: PublishedBook): string {
  const lines = rows.map((row) => csvRow(row.map((cell) => (cell === null ? "" : String(cell)))));
  // In whatever order the rows stood: who wrote what first is not told.
  return [csvRow(columns), ...lines.sort()].map((line) => `${line}\n`).join("");
}
