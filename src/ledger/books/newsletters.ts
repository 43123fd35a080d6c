import {textCell} from "../../workspace/sheet/cell.ts";
import {bookOf} from "../book.ts";
import {countCell} from "../cells/count.ts";
import {dayCell} from "../cells/day.ts";
import {optional} from "../cells/optional.ts";
import type {NewsletterRow} from "../rows.ts";

/** What a list of newsletters sent by mail over the net, and how many subscribe to it. */
export const newsletters = bookOf({
  name: "newsletters",
  purpose: "a newsletter that was sent to a list on a day, and how many subscribe to it",
  columns: {
    list: {
      cell: textCell("write the name of the list"),
      holds: "the name of the list, always spelt alike",
      also: ["newsletter", "audience", "mailing list", "list name"],
    },
    date: {
      cell: dayCell,
      holds: "the day on which it was sent, or on which subscribers were counted",
      also: ["sent on", "date sent", "send date", "day"],
    },
    sent: {
      cell: countCell,
      holds: "mails that were sent; 0 where subscribers were only counted",
      also: ["mails sent", "emails sent", "recipients", "total recipients"],
    },
    bounced: {
      cell: optional(countCell, null),
      holds: "mails that could not be delivered; empty is not noted",
      also: ["bounces", "total bounces", "undelivered", "undeliverable"],
    },
    subscribers: {
      cell: optional(countCell, null),
      holds: "how many subscribe to the list on that day; empty is not noted",
      also: ["subscribed", "list size", "members", "total subscribers"],
    },
    left: {
      cell: optional(countCell, null),
      holds: "how many left the list since the row before; empty is not noted",
      also: ["unsubscribed", "unsubscribes", "unsubscriptions", "opt outs"],
    },
  },
  examples: [
    ["Weekly letter", "2005-07-08", "1240", "31", "1240", "4"],
    ["Weekly letter", "2005-07-31", "0", "", "1262", ""],
  ],
  rowOf: ({date, ...rest}): NewsletterRow => ({on: date, ...rest}),
  daysOf: ({on}) => [on, on],
  amountsOf: ({sent, bounced, subscribers, left}) => [sent, bounced ?? 0, subscribers ?? 0, left ?? 0],
});
