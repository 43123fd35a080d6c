import {UserError} from "../../base/error.ts";
import {visible} from "../../base/text.ts";
import {bookNamed} from "../../ledger/begin-books.ts";
import {readBookLine} from "../../operations/books/book-page.ts";
import {correctRow} from "../../operations/books/correct.ts";
import {shortPath} from "../../workspace/workspace-files.ts";
import {isSet, type Run} from "../command.ts";
import {storeFromArgs} from "../from-args.ts";
import {tellRefusals} from "./added-rows.ts";
import {cellsFrom} from "./cells-from-args.ts";
import {checkChanged} from "./changed-book.ts";

/** `broadsheet ledger correct`: corrects a row of a book by a new one, or withdraws it. */
export const runLedgerCorrect: Run = async (args, environment) => {
  const [book = "", place = "", ...typed] = args.words;
  const name = bookNamed(book);
  const isWithdrawn = isSet(args, "withdraw");
  if (!/^[1-9]\d{0,6}$/.test(place)) {
    throw new UserError(
      "COMMAND_INCOMPLETE",
      `"${place}" is no line of a book`,
      "name the line that the row begins in, like 2",
    );
  }
  if (isWithdrawn === typed.length > 0) {
    const what = isWithdrawn ? "a row that is withdrawn has no cells" : "nothing is named that is to be corrected";
    throw new UserError("COMMAND_INCOMPLETE", what, "write cells as COLUMN=VALUE, or --withdraw alone", "--withdraw");
  }
  const changed = cellsFrom(typed, name);
  const store = storeFromArgs(args, environment);
  const line = Number(place);
  return tellRefusals(environment, async () => {
    const {row, state} = readBookLine(store, name, line);
    const {id: _, corrects: __, ...before} = row?.cells ?? {};
    const cells = isWithdrawn ? null : {...before, ...changed};
    const path = checkChanged(
      await correctRow(store, name, {made: state, was: null, line, cells}, environment),
      name,
      store,
    );
    if (isSet(args, "quiet")) return;
    const done = isWithdrawn ? "withdrawn" : "corrected";
    environment.stderr.write(`${visible(shortPath(path, environment.cwd))}: the row of line ${line} is ${done}\n`);
  });
};
