import {bookMeasures} from "./de/book-measures.ts";
import {bookNotes} from "./de/book-notes.ts";
import {bookTables} from "./de/book-tables.ts";
import {forms} from "./de/forms.ts";
import {measures} from "./de/measures.ts";
import {methodology} from "./de/methodology.ts";
import {notes} from "./de/notes.ts";
import {page} from "./de/page.ts";
import {tables} from "./de/tables.ts";
import {units} from "./de/units.ts";

/** Everything that a report says, in German. */
export const german = {
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
