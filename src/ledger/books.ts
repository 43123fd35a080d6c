import type {Book} from "./book.ts";
import {credits} from "./books/credits.ts";
import {deliveries} from "./books/deliveries.ts";
import {editions} from "./books/editions.ts";
import {events} from "./books/events.ts";
import {funds} from "./books/funds.ts";
import {historyBook} from "./books/history.ts";
import {mailings} from "./books/mailings.ts";
import {newsletters} from "./books/newsletters.ts";
import {plan} from "./books/plan.ts";
import {ranks} from "./books/ranks.ts";
import {translations} from "./books/translations.ts";

/** Every book of the ledger, in the order in which they are told. A new one is one file and one row here. */
export const books = {
  editions,
  deliveries,
  mailings,
  newsletters,
  funds,
  translations,
  ranks,
  plan,
  credits,
  events,
  history: historyBook(),
};

/** The name of a book. */
export type BookName = keyof typeof books;

/** What a row of the book says. */
export type RowOf<Name extends BookName> = (typeof books)[Name] extends Book<infer Row> ? Row : never;

/** The names of all books. */
export const bookNames = Object.keys(books) as readonly BookName[];
