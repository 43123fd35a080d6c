import {bookMeasures} from "./fr/book-measures.ts";
import {bookNotes} from "./fr/book-notes.ts";
import {bookTables} from "./fr/book-tables.ts";
import {forms} from "./fr/forms.ts";
import {measures} from "./fr/measures.ts";
import {methodology} from "./fr/methodology.ts";
import {notes} from "./fr/notes.ts";
import {page} from "./fr/page.ts";
import {tables} from "./fr/tables.ts";
import {units} from "./fr/units.ts";

/** Everything that a report says, in French. */
export const french = {
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
