import {existsSync} from "node:fs";
import {plural} from "../../base/text.ts";
import {examineLedger, ledgerFolder} from "../../ledger/ledger.ts";
import {placeText} from "../../ledger/ledger-fault.ts";
import {summariesOf} from "../../ledger/summary.ts";
import type {WorkspaceCheck} from "./check.ts";

/** Can the books of the ledger be read? */
export const booksCheck: WorkspaceCheck = {
  name: "ledger",
  look: ({folder}) => {
    const path = ledgerFolder(folder);
    if (!existsSync(path)) return {text: "no books are kept", faults: []};
    const {books: read, faults, faultCount} = examineLedger(path, {});
    const kept = summariesOf(read).filter(({isKept}) => isKept).length;
    const told = faults.map(({what, help, path: at, line, column}) => ({
      what,
      help,
      where: placeText({path: at, line, column}),
    }));
    const text = plural(kept, "book", "books");
    return {
      text: faultCount > 0 ? `${text}, ${plural(faultCount, "fault", "faults")}` : `${text}, readable`,
      faults: told,
    };
  },
};
