import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {type BookName, books} from "../../src/ledger/books.ts";

/** A folder of its own, gone when the run is over: files of tests share this module, and the last of them is not known. */
export function newFolder(): string {
  return mkdtempSync(join(process.env["BROADSHEET_READ_ONCE"] ?? tmpdir(), "ledger-"));
}

/** Rows of books as they are written: a book's name and its rows, the first of which names the columns. */
export type BookTexts = Readonly<Partial<Record<BookName, readonly string[]>>>;

/** The path of a ledger with these books. */
export function ledgerOf(texts: BookTexts): string {
  const folder = newFolder();
  for (const [name, rows] of Object.entries(texts)) {
    writeFileSync(join(folder, books[name as BookName].file), `${rows.join("\n")}\n`);
  }
  return folder;
}

/** Heads of books, with all columns. */
export const heads = {
  editions: "title,language,issue,print_date,printed,spoiled,kept,cost,id,corrects",
  deliveries: "edition,date,city,region,country,copies,channel,returns,id,corrects",
  mailings: "programme,date,sent,delivered,returned,refused,reason,place,cost,id,corrects",
  newsletters: "list,date,sent,bounced,subscribers,left,id,corrects",
  funds: "date,amount,purpose,id,corrects",
} as const;
