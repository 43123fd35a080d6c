import {textCell} from "../../workspace/sheet/cell.ts";
import {bookOf} from "../book.ts";
import {countCell} from "../cells/count.ts";
import {dayCell} from "../cells/day.ts";
import {knownLanguageCell} from "../cells/language.ts";
import {moneyCell} from "../cells/money.ts";
import {optional} from "../cells/optional.ts";
import type {EditionRow} from "../rows.ts";

/** What was printed: one issue of one title a row. */
export const editions = bookOf({
  name: "editions",
  purpose: "what was printed: one issue of one title a row",
  columns: {
    title: {
      cell: textCell("write the title, as it is printed"),
      holds: "the title, as it is printed",
      also: ["publication", "newspaper", "paper", "periodical", "name"],
    },
    language: {
      cell: knownLanguageCell,
      holds: "a language tag, like `zh`, `fr` or `pt-BR`",
      also: ["lang", "language code"],
    },
    issue: {
      cell: textCell("write the number of the issue, like 12"),
      holds: "the number or name of the issue; together with the title it names the edition in the other books",
      also: ["issue no", "issue number", "no", "nr", "number", "edition number", "edition no"],
    },
    print_date: {
      cell: dayCell,
      holds: "the day on which it was printed",
      also: ["printed on", "date printed", "date of printing", "printing date", "press date", "date"],
    },
    printed: {
      cell: countCell,
      holds: "copies that left the press, spoiled ones too",
      also: ["print run", "run", "copies", "copies printed", "printed copies", "quantity", "qty"],
    },
    spoiled: {
      cell: optional(countCell, 0),
      holds: "copies that could not be used; empty is 0",
      also: ["spoilt", "spoils", "spoilage", "waste", "spoiled copies"],
    },
    kept: {
      cell: optional(countCell, 0),
      holds: "copies kept on file, for the archive and the office; empty is 0",
      also: ["archive", "file copies", "kept copies", "office copies"],
    },
    cost: {
      cell: optional(moneyCell, null),
      holds: "what the printing cost, in your currency, digits only; empty is not noted",
      also: ["costs", "price", "printing cost", "print cost"],
    },
  },
  examples: [
    ["The Example Press", "en", "12", "2005-07-01", "12000", "150", "50", "1830.50"],
    ["The Example Press in Chinese", "zh", "7", "2005-07-08", "4000", "", "20", ""],
  ],
  rowOf: ({title, language, issue, print_date, printed, spoiled, kept, cost}): EditionRow => ({
    edition: `${title} ${issue}`,
    title,
    language,
    issue,
    printedOn: print_date,
    printedCopies: printed,
    spoiledCopies: spoiled,
    keptCopies: kept,
    cost,
  }),
  daysOf: ({printedOn}) => [printedOn, printedOn],
  amountsOf: ({printedCopies, spoiledCopies, keptCopies}) => [printedCopies, spoiledCopies, keptCopies],
  twinHelp: "give a second printing an issue of its own, like 12b",
  nameOf: ({edition}) => `the edition "${edition}"`,
});
