import {textCell} from "../../workspace/sheet/cell.ts";
import {bookOf} from "../book.ts";
import {dayCell} from "../cells/day.ts";
import {knownLanguageCell} from "../cells/language.ts";
import {wordCell} from "../cells/word.ts";
import type {TranslationRow} from "../rows.ts";

/** Pieces of work in other languages. */
export const translations = bookOf({
  name: "translations",
  purpose: "what was translated",
  columns: {
    language: {
      cell: knownLanguageCell,
      holds: "the language into which it was translated, a tag like `zh` or `pt-BR`",
      also: ["lang", "into", "language code", "target language"],
    },
    kind: {
      cell: wordCell(["article", "edition", "poster"]),
      holds: "`article`, `edition` or `poster`",
      also: ["type", "sort", "category"],
    },
    date: {
      cell: dayCell,
      holds: "the day on which it was done",
      also: ["day", "done on", "finished", "finished on", "published", "published on"],
    },
    title: {
      cell: textCell("write the title of the piece"),
      holds: "the title of the piece",
      also: ["name", "what", "piece", "headline"],
    },
  },
  examples: [
    ["zh", "article", "2005-07-12", "On paper, and what is printed on it"],
    ["pt-BR", "poster", "2005-08-30", "Read this, pass it on"],
  ],
  rowOf: ({language, kind, date, title}): TranslationRow => ({language, kind, on: date, title}),
  daysOf: ({on}) => [on, on],
});
