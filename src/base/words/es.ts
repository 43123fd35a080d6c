import {bookMeasures} from "./es/book-measures.ts";
import {bookNotes} from "./es/book-notes.ts";
import {bookTables} from "./es/book-tables.ts";
import {forms} from "./es/forms.ts";
import {measures} from "./es/measures.ts";
import {methodology} from "./es/methodology.ts";
import {notes} from "./es/notes.ts";
import {page} from "./es/page.ts";
import {tables} from "./es/tables.ts";
import {units} from "./es/units.ts";

/** Everything that a report says, in Spanish. */
export const spanish = {
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
};
