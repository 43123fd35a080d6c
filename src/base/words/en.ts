import {bookMeasures} from "./en/book-measures.ts";
import {bookNotes} from "./en/book-notes.ts";
import {bookTables} from "./en/book-tables.ts";
import {forms} from "./en/forms.ts";
import {measures} from "./en/measures.ts";
import {methodology} from "./en/methodology.ts";
import {notes} from "./en/notes.ts";
import {page} from "./en/page.ts";
import {tables} from "./en/tables.ts";
import {units} from "./en/units.ts";

/** Everything that a report says, in English: what the other languages are held to. */
export const english = {
  ...forms,
  ...measures,
  ...units,
  ...tables,
  ...methodology,
  ...notes,
  ...bookMeasures,
  ...bookNotes,
  ...bookTables,
  ...page,
} as const;
