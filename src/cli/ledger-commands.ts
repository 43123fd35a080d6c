import type {Command} from "./command.ts";
import {sharedOptions} from "./options.ts";

const {quiet, textOrJson} = sharedOptions;

/** The commands of the books that are kept by hand. */
export const ledgerCommands: readonly Command[] = [
  {
    name: "ledger init",
    group: "the books kept by hand",
    purpose: "begin books of the ledger: a CSV file each, with its columns and examples",
    words: "[books...]",
    options: [quiet],
    examples: ["broadsheet ledger init", "broadsheet ledger init editions deliveries"],
    load: async () => (await import("./ledger/init.ts")).runLedgerInit,
  },
  {
    name: "ledger check",
    purpose: "read all books, and tell what is wrong or doubtful in them",
    words: "",
    options: [textOrJson],
    examples: ["broadsheet ledger check", "broadsheet ledger check --format json"],
    load: async () => (await import("./ledger/check.ts")).runLedgerCheck,
  },
  {
    name: "ledger import",
    purpose: "add the rows of a spreadsheet (.xlsx, .xls, .ods, .csv) to a book",
    words: "<file>",
    options: [
      {flags: "--book <name>", help: "which book they go into; else the columns tell"},
      {flags: "--sheet <name>", help: "which sheet of the spreadsheet; else the one whose columns fit"},
      {flags: "--fix", help: "read days that are written otherwise and can mean one day alone; they are shown first"},
      quiet,
    ],
    examples: [
      "broadsheet ledger import deliveries-2005.xlsx",
      'broadsheet ledger import press.ods --sheet "Print runs" --book editions',
    ],
    load: async () => (await import("./ledger/import.ts")).runLedgerImport,
  },
  {
    name: "ledger add",
    purpose: "add a row to a book, its cells as COLUMN=VALUE",
    words: "<book> <cells...>",
    options: [quiet],
    examples: [
      'broadsheet ledger add funds date=2005-07-20 amount=150 purpose="Papers by post"',
      'broadsheet ledger add deliveries edition="The Example Press 12" date=2005-07-03 city=Oslo copies=800',
    ],
    load: async () => (await import("./ledger/add.ts")).runLedgerAdd,
  },
  {
    name: "ledger correct",
    purpose: "correct a row of a book by a new one; cells that are not named stay as they are",
    words: "<book> <line> [cells...]",
    options: [{flags: "--withdraw", help: "take the row out of the figures; it stays in the file"}, quiet],
    examples: ["broadsheet ledger correct funds 2 amount=105.50", "broadsheet ledger correct funds 2 --withdraw"],
    load: async () => (await import("./ledger/correct.ts")).runLedgerCorrect,
  },
  {
    name: "ranks import",
    group: "places in public lists",
    purpose: "look up our sites in a list of ranks and domains, and add them to the book of ranks",
    words: "<file>",
    options: [
      {flags: "--list <id>", help: "the list, with its permanent id where it has one"},
      {flags: "--date <day>", help: "the day that the list is of, YYYY-MM-DD"},
      quiet,
    ],
    examples: ['broadsheet ranks import top-1m.csv.zip --list "tranco 4KLX" --date 2005-12-31'],
    load: async () => (await import("./ledger/ranks-import.ts")).runRanksImport,
  },
];
