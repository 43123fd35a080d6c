import {formatNumber} from "../../base/number.ts";
import type {LedgerCheck} from "../check.ts";

/** Did no more pieces arrive, come back or get refused than were sent? */
export const checkMailings: LedgerCheck = ({mailings}, {refuse}) => {
  for (const {line, row} of mailings.rows) {
    const {sent, delivered, returned, refused} = row;
    const known = delivered + returned + refused;
    if (known <= sent) continue;
    const parts = `${formatNumber(delivered)} delivered, ${formatNumber(returned)} returned, ${formatNumber(refused)} refused`;
    refuse("LEDGER_IMPOSSIBLE", "mailings", {
      line,
      column: "sent",
      what: `${parts} make ${formatNumber(known)} pieces, but only ${formatNumber(sent)} were sent`,
      help: "count each piece once: it arrived, came back or was refused",
    });
  }
};
