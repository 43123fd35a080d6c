import {csvRow} from "../workspace/sheet/csv-row.ts";
import {type Book, correctionColumns} from "./book.ts";

/**
 * A book as it is begun: the row that names its columns and, as comments, rows that show how it is kept.
 *
 * With the marks of the comments taken away it is a book that can be read.
 */
export function templateOf<Row>({columns, examples}: Book<Row>): string {
  const corrections = correctionColumns.map(() => "");
  const shown = examples.map((cells) => `# ${csvRow([...cells, ...corrections])}`);
  return `${[csvRow([...Object.keys(columns), ...correctionColumns]), ...shown].join("\n")}\n`;
}
