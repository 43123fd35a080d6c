import type {Book, BookColumns} from "../src/ledger/book.ts";
import {bookNames, books} from "../src/ledger/books.ts";
import {csvRow} from "../src/workspace/sheet/csv-row.ts";

/** The books of `docs/ledger.md`: each with its file, its examples and its columns, from the table that the check reads. */
export function writeBooks(): string {
  return bookNames.map((name) => writeBook<unknown>(books[name])).join("\n\n");
}

function writeBook<Row>({name, file, purpose, columns, examples}: Book<Row>): string {
  return `### ${name}

\`ledger/${file}\`: ${purpose}.

\`\`\`csv
${[Object.keys(columns), ...examples].map((cells) => csvRow(cells)).join("\n")}
\`\`\`

| Column | What it holds |
| --- | --- |
${rowsOf(columns).join("\n")}`;
}

function rowsOf(columns: BookColumns): string[] {
  return Object.entries(columns).map(([column, {holds}]) => `| \`${column}\` | ${holds.replaceAll("|", "\\|")} |`);
}

const booksPlace = /(?<=<!-- books -->\n\n)[\s\S]*?(?=\n\n<!-- end of books -->)/;

/** The page on the ledger with the books as they should be. */
export function withBooks(page: string): string {
  return page.replace(booksPlace, () => writeBooks());
}
