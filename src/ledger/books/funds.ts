import {textCell} from "../../workspace/sheet/cell.ts";
import {bookOf} from "../book.ts";
import {dayCell} from "../cells/day.ts";
import {amountCell} from "../cells/money.ts";
import type {FundsRow} from "../rows.ts";

/** Money that came in or went out for a purpose. */
export const funds = bookOf({
  name: "funds",
  purpose: "money that came in or, below 0, went out for a purpose",
  columns: {
    date: {cell: dayCell, holds: "the day", also: ["day", "booked on", "received on", "booking date"]},
    amount: {
      cell: amountCell,
      holds: "how much, in your currency, digits only; below 0 where it went out, like `-250`",
      also: ["sum", "money", "value", "income"],
    },
    purpose: {
      cell: textCell("write what the money is for: a mail programme, print or general"),
      holds: "what it is for: the name of a mail programme, `print`, `general` …",
      also: ["for", "use", "project", "programme", "reason"],
    },
  },
  examples: [
    ["2005-07-20", "150", "Papers by post"],
    ["2005-08-01", "-1830.50", "print"],
  ],
  rowOf: ({date, amount, purpose}): FundsRow => ({on: date, amount, purpose}),
  daysOf: ({on}) => [on, on],
  amountsOf: ({amount}) => [amount],
});
