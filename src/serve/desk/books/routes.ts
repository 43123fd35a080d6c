import {z} from "zod";
import {type BookName, bookColumns, bookNames, rowsOnPage} from "../../../operations/books/book-page.ts";
import {none} from "../../forms/route.ts";
import {stateField} from "../form-state.ts";
import type {DeskRoute} from "../route.ts";
import {defineDeskRoute} from "../route.ts";
import {addRow, beginBook} from "./add-row.ts";
import {showBook} from "./book.ts";
import {saveCorrection, showCorrection, withdrawRow} from "./correct.ts";
import {exportBook} from "./export.ts";
import {addPlanned, planPasted, planUploaded} from "./grid.ts";
import {showBooks} from "./list.ts";

const book = z.object({book: z.enum(bookNames as [BookName, ...BookName[]])});
const lineOfBook = book.extend({line: z.string().regex(/^[1-9]\d{0,6}$/)});

const state = stateField("it is none");

/** A field for each column that any book has; a form of a book sends those of its own. */
const cells: Readonly<Record<`cell-${string}`, z.ZodOptional<z.ZodString>>> = Object.fromEntries(
  [...new Set(bookNames.flatMap((name) => bookColumns(name).map((column) => column.name)))].map((column) => [
    `cell-${column}`,
    z.string().max(4000).optional(),
  ]),
);
const row = z.object({state, ...cells});

/** What the row said that is corrected. */
const was = z.string().regex(/^[0-9a-f]{16}$/);

/** Copied rows, and those that were planned: 2 MB of them, which a form may write three times as long. */
const gridBytes = 8_000_000;

/** The screen of the books. */
export const bookRoutes: readonly DeskRoute[] = [
  defineDeskRoute({
    ...{id: "books", method: "GET", path: "/books", who: "books", params: none, query: none, form: none},
    purpose: "all books: rows, faults, doubts, last change",
    carryOut: ({desk}) => showBooks(desk),
  }),
  defineDeskRoute({
    ...{id: "book", method: "GET", path: "/books/:book", who: "books", params: book, form: none},
    purpose: `a book, ${rowsOnPage} rows at a time, with the check's words beside each`,
    query: z.object({
      page: z
        .string()
        .regex(/^[1-9]\d{0,6}$/)
        .optional(),
      saved: z
        .string()
        .regex(/^\d{1,7}$/)
        .optional(),
      between: z
        .string()
        .regex(/^\d{1,7}$/)
        .optional(),
    }),
    carryOut: ({desk, params, query}) => showBook(desk, params.book, query),
  }),
  defineDeskRoute({
    ...{
      id: "book-begin",
      method: "POST",
      path: "/books/:book/begin",
      who: "books",
      params: book,
      query: none,
      form: none,
    },
    purpose: "begins a book that is not kept",
    carryOut: ({desk, visitor, params}) => beginBook(desk, visitor!, params.book),
  }),
  defineDeskRoute({
    ...{id: "book-add", method: "POST", path: "/books/:book/rows", who: "books", params: book, query: none, form: row},
    purpose: "adds a row at the end of a book",
    carryOut: ({desk, visitor, params, form, signal}) => addRow(desk, visitor!, {book: params.book, form, signal}),
  }),
  defineDeskRoute({
    ...{id: "book-correct", method: "GET", path: "/books/:book/rows/:line", who: "books", params: lineOfBook},
    ...{query: none, form: none},
    purpose: "the form that corrects a row",
    carryOut: ({desk, params}) => showCorrection(desk, params.book, Number(params.line)),
  }),
  defineDeskRoute({
    ...{id: "book-corrected", method: "POST", path: "/books/:book/rows/:line", who: "books", params: lineOfBook},
    ...{query: none, form: row.extend({was})},
    purpose: "corrects a row by a new one",
    carryOut: ({desk, visitor, params, form, signal}) =>
      saveCorrection(desk, visitor!, {book: params.book, line: Number(params.line), form, signal}),
  }),
  defineDeskRoute({
    ...{
      id: "book-withdraw",
      method: "POST",
      path: "/books/:book/rows/:line/withdraw",
      who: "books",
      params: lineOfBook,
    },
    ...{query: none, form: z.object({state, was})},
    purpose: "withdraws a row by a new one that says nothing but what it corrects",
    carryOut: ({desk, visitor, params, form, signal}) =>
      withdrawRow(desk, visitor!, {book: params.book, line: Number(params.line), form, signal}),
  }),
  defineDeskRoute({
    ...{id: "book-paste", method: "POST", path: "/books/:book/paste", who: "books", params: book, query: none},
    form: z.object({text: z.string().max(2_000_000)}),
    mostBytes: gridBytes,
    purpose: "shows which column of copied rows goes where; adds nothing",
    carryOut: ({desk, params, form}) => planPasted(desk, params.book, form.text),
  }),
  defineDeskRoute({
    ...{id: "book-upload", method: "POST", path: "/books/:book/upload", who: "books", params: book, query: none},
    form: z.object({sheet: z.string().max(200).optional()}),
    files: {most: 1, bytes: 50_000_000},
    purpose: "shows which column of a spreadsheet goes where; adds nothing",
    carryOut: ({desk, params, form, files}) => planUploaded(desk, params.book, {sheet: form.sheet, file: files[0]}),
  }),
  defineDeskRoute({
    ...{id: "book-grid", method: "POST", path: "/books/:book/grid", who: "books", params: book, query: none},
    form: z.object({state, text: z.string().max(2_000_000)}),
    mostBytes: gridBytes,
    purpose: "adds rows whose columns were shown before",
    carryOut: ({desk, visitor, params, form, signal}) => addPlanned(desk, visitor!, {book: params.book, form, signal}),
  }),
  defineDeskRoute({
    ...{
      id: "book-export",
      method: "GET",
      path: "/books/:book/export",
      who: "books",
      params: book,
      query: none,
      form: none,
    },
    purpose: "a book as CSV",
    carryOut: ({desk, params}) => exportBook(desk, params.book),
  }),
];
