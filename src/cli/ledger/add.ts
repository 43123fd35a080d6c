import {bookNamed} from "../../ledger/begin-books.ts";
import {addBookRows} from "../../operations/books/add.ts";
import {readBookPage} from "../../operations/books/book-page.ts";
import {isSet, type Run} from "../command.ts";
import {storeFromArgs} from "../from-args.ts";
import {additionText, tellRefusals} from "./added-rows.ts";
import {cellsFrom} from "./cells-from-args.ts";
import {checkChanged} from "./changed-book.ts";

/** `broadsheet ledger add`: adds a row to a book. */
export const runLedgerAdd: Run = async (args, environment) => {
  const [book = "", ...typed] = args.words;
  const name = bookNamed(book);
  const rows = [cellsFrom(typed, name)];
  const store = storeFromArgs(args, environment);
  return tellRefusals(environment, async () => {
    const {state} = readBookPage(store, name);
    const path = checkChanged(await addBookRows(store, name, {made: state, rows}, environment), name, store);
    if (!isSet(args, "quiet")) {
      environment.stderr.write(`${additionText({path, addedCount: 1, knownCount: 0}, environment)}\n`);
    }
  });
};
