import {textCell} from "../../workspace/sheet/cell.ts";
import {bookOf} from "../book.ts";
import {countCell} from "../cells/count.ts";
import {dayCell} from "../cells/day.ts";
import {moneyCell} from "../cells/money.ts";
import {optional} from "../cells/optional.ts";
import type {MailingRow} from "../rows.ts";

const text = textCell("");

/** What a mail programme sent, and what became of it. */
export const mailings = bookOf({
  name: "mailings",
  purpose: "what a mail programme sent on a day, and what became of it",
  columns: {
    programme: {
      cell: textCell("write the name of the mail programme"),
      holds: "the name of the mail programme, always spelt alike",
      also: ["program", "campaign", "mailing", "project"],
    },
    date: {
      cell: dayCell,
      holds: "the day on which the pieces were sent",
      also: ["sent on", "date sent", "mailing date", "day", "posted on"],
    },
    sent: {
      cell: countCell,
      holds: "pieces that were sent",
      also: ["pieces", "pieces sent", "quantity", "qty", "copies", "posted"],
    },
    delivered: {
      cell: optional(countCell, 0),
      holds: "pieces that are known to have arrived; empty is 0",
      also: ["arrived", "received"],
    },
    returned: {
      cell: optional(countCell, 0),
      holds: "pieces that came back; empty is 0",
      also: ["returns", "came back", "undeliverable"],
    },
    refused: {
      cell: optional(countCell, 0),
      holds: "pieces that were not let in, or not accepted; empty is 0",
      also: ["rejected", "denied", "declined"],
    },
    reason: {
      cell: optional(text, null),
      holds: "why pieces were refused; empty is not noted",
      also: ["reason for refusal", "why", "reason refused"],
    },
    place: {
      cell: optional(text, null),
      holds: "the place or institution; empty is not noted",
      also: ["institution", "city", "destination", "to", "location"],
    },
    cost: {
      cell: optional(moneyCell, null),
      holds: "what it cost, in your currency, digits only; empty is not noted",
      also: ["costs", "postage", "price"],
    },
  },
  examples: [
    [
      "Papers by post",
      "2005-07-15",
      "400",
      "371",
      "22",
      "7",
      "not on the approved list",
      "Example State Prison",
      "312.40",
    ],
    ["Papers by post", "2005-08-15", "380", "", "", "", "", "", ""],
  ],
  rowOf: ({date, ...rest}): MailingRow => ({on: date, ...rest}),
  daysOf: ({on}) => [on, on],
  amountsOf: ({sent, delivered, returned, refused}) => [sent, delivered, returned, refused],
});
