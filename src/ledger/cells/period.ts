import {UserError} from "../../base/error.ts";
import {parsePeriod} from "../../base/period.ts";
import {type Cell, cell, quoted} from "../../workspace/sheet/cell.ts";

/** A period of whole months, as a report names it: `2005-H2`. */
export const periodCell: Cell<string> = cell((text, refuse) => {
  if (text === "last-month")
    return refuse(`${quoted(text)} will mean another month next month`, "write it like 2005-07");
  try {
    parsePeriod(text, "1970-01-01");
    return text;
  } catch (fault) {
    if (!(fault instanceof UserError)) throw fault;
    return refuse(fault.message, "write it like 2005-H2, 2005-07 or 2005");
  }
});
