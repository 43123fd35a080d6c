import {formatNumber} from "../../base/number.ts";
import type {LedgerCheck} from "../check.ts";

/** Are there as many copies of each edition as were spoiled and kept? */
export const checkEditions: LedgerCheck = ({editions}, {refuse}) => {
  for (const {line, row} of editions.rows) {
    const {printedCopies, spoiledCopies, keptCopies} = row;
    if (spoiledCopies + keptCopies <= printedCopies) continue;
    const gone = formatNumber(spoiledCopies + keptCopies);
    refuse("LEDGER_IMPOSSIBLE", "editions", {
      line,
      column: spoiledCopies > printedCopies ? "spoiled" : "kept",
      what: `${gone} copies spoiled and kept, but only ${formatNumber(printedCopies)} printed`,
      help: "count the spoiled and kept copies among those printed",
    });
  }
};
