import {bookMeasures} from "./zh/book-measures.ts";
import {bookNotes} from "./zh/book-notes.ts";
import {bookTables} from "./zh/book-tables.ts";
import {forms} from "./zh/forms.ts";
import {measures} from "./zh/measures.ts";
import {methodology} from "./zh/methodology.ts";
import {notes} from "./zh/notes.ts";
import {page} from "./zh/page.ts";
import {tables} from "./zh/tables.ts";
import {units} from "./zh/units.ts";

/** Everything that a report says, in simplified Chinese. */
export const chinese = {
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
