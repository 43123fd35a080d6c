import {visible} from "../../base/text.ts";
import {bookNamed} from "../../ledger/begin-books.ts";
import {bookNames, books} from "../../ledger/books.ts";
import {beginLedger} from "../../operations/books/begin.ts";
import {shortPath} from "../../workspace/workspace-files.ts";
import {isSet, type Run} from "../command.ts";
import {storeFromArgs} from "../from-args.ts";

/** `broadsheet ledger init`: writes the templates of books; all, where none is named. */
export const runLedgerInit: Run = async (args, environment) => {
  const named = args.words.map((word) => bookNamed(word));
  const store = storeFromArgs(args, environment);
  const begun = await beginLedger(store, named.length === 0 ? bookNames : [...new Set(named)], environment);
  if (isSet(args, "quiet")) return 0;
  const files = begun.map(({path}) => visible(shortPath(path, environment.cwd)));
  const width = Math.max(...files.map((file) => file.length));
  for (const [place, {name, isNew}] of begun.entries()) {
    const file = files[place]!.padEnd(width);
    environment.stderr.write(
      isNew ? `${file}  ${books[name].purpose}\n` : `${file}  is there already, and stays as it is\n`,
    );
  }
  return 0;
};
