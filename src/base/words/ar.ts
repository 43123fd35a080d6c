import {bookMeasures} from "./ar/book-measures.ts";
import {bookNotes} from "./ar/book-notes.ts";
import {bookTables} from "./ar/book-tables.ts";
import {forms} from "./ar/forms.ts";
import {measures} from "./ar/measures.ts";
import {methodology} from "./ar/methodology.ts";
import {notes} from "./ar/notes.ts";
import {page} from "./ar/page.ts";
import {tables} from "./ar/tables.ts";
import {units} from "./ar/units.ts";

/** Everything that a report says, in Arabic. */
export const arabic = {
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
