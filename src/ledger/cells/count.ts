import {type Cell, cell, quoted} from "../../workspace/sheet/cell.ts";
import {numberCell} from "../../workspace/sheet/number-cell.ts";

/** A whole number, 0 or more, in plain digits. */
export const countCell: Cell<number> = cell((text, refuse) => {
  const result = numberCell.safeParse(text);
  if (!result.success) {
    const [issue] = result.error.issues;
    const help = issue?.code === "custom" ? String(issue.params?.["help"]) : "write a whole number";
    return refuse(issue?.message ?? "", /^write \d+\.\d+$/.test(help) ? "write a whole number" : help);
  }
  if (Number.isInteger(result.data)) return result.data;
  // A point between thousands is a decimal point as soon as somebody else looks at it.
  const [, whole, thousand] = /^([1-9]\d{0,2})\.(\d{3})$/.exec(text) ?? [];
  const help = whole === undefined ? "write a whole number" : `write ${whole}${thousand} if that is meant`;
  return refuse(`${quoted(text)} is not a whole number`, help);
});
