import {z} from "zod";

/** A column of a book. */
export interface BookColumn<Value = unknown> {
  /** What its cells may hold; a column whose schema takes `undefined` may be missing, and its cells empty. */
  readonly cell: z.ZodType<Value, string | undefined>;
  /** What it holds, in a person's words. */
  readonly holds: string;
  /** Other names that spreadsheets give it, in small letters. */
  readonly also?: readonly string[];
}

/** The columns of a book by their names, in their order. */
export type BookColumns = Readonly<Record<string, BookColumn>>;

/** What the cells of a row hold, read. */
export type CellsOf<Of extends BookColumns> = {readonly [Name in keyof Of]: z.output<Of[Name]["cell"]>};

/** The text of a row's cells by column; undefined where an optional one is empty. */
export type RowText = Readonly<Record<string, string | undefined>>;

/** Says why a row cannot be used: what was found, one thing to try, and in which column. */
export type RefuseRow = (what: string, help: string, column: string) => void;

/** A book of the ledger: a CSV file that a person keeps, to which rows are appended. */
export interface Book<Row> {
  readonly name: string;
  /** Within the folder of the ledger. */
  readonly file: string;
  /** What is written down in it; one line. */
  readonly purpose: string;
  readonly columns: BookColumns;
  /** Rows that show how it is kept, in the order of the columns. */
  readonly examples: readonly (readonly string[])[];
  /** Reads a row. */
  readonly schema: z.ZodType<Row, RowText>;
  /** The first and the last day (or month) that the row speaks of. */
  daysOf(row: Row): readonly [first: string, last: string];
  /** The figures of a row: a correction in which all of them are 0 withdraws the row. */
  amountsOf?(row: Row): readonly number[];
  /** What the book may hold only once, as a message calls it. */
  nameOf?(row: Row): string;
  /** What to try where it holds it twice, beside deleting one of the two. */
  readonly twinHelp?: string;
}

/** What a file of `books/` says of its book. */
export interface BookOutline<Of extends BookColumns, Row> extends Omit<Book<Row>, "columns" | "file" | "schema"> {
  /** `NAME.csv` where it is left out. */
  readonly file?: string;
  readonly columns: Of;
  rowOf(cells: CellsOf<Of>, refuse: RefuseRow): Row;
}

/** The columns that every book has, and that may be missing: they serve corrections. */
export const correctionColumns = ["id", "corrects"] as const;

/** The names of all columns of a book, in the order in which it is begun: its own, then those of corrections. */
export function columnsOfBook({columns}: {readonly columns: BookColumns}): string[] {
  return [...Object.keys(columns), ...correctionColumns];
}

/** A book from its outline. */
export function bookOf<Of extends BookColumns, Row>(outline: BookOutline<Of, Row>): Book<Row> {
  const cells = z.object(Object.fromEntries(Object.entries(outline.columns).map(([name, {cell}]) => [name, cell])));
  const schema = cells.transform((read, context) =>
    // The object's schema was made from these very columns.
    outline.rowOf(read as CellsOf<Of>, (message, help, column) => {
      context.addIssue({code: "custom", message, params: {help}, path: [column]});
    }),
  );
  return {...outline, file: outline.file ?? `${outline.name}.csv`, schema};
}

/** May the column be missing, and its cells be empty? */
export function isOptional({cell}: BookColumn): boolean {
  return cell.safeParse(undefined).success;
}
