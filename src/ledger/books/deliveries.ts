import {textCell} from "../../workspace/sheet/cell.ts";
import {bookOf} from "../book.ts";
import {countCell} from "../cells/count.ts";
import {dayCell} from "../cells/day.ts";
import {optional} from "../cells/optional.ts";
import {wordCell} from "../cells/word.ts";
import type {Channel, DeliveryRow} from "../rows.ts";

const channels: readonly Channel[] = [
  "street",
  "shop",
  "subscription",
  "event",
  "mail",
  "free",
  "sponsored",
  "office",
  "other",
];
const text = textCell("");

/** Where the copies of an edition went, and how many came back. */
export const deliveries = bookOf({
  name: "deliveries",
  purpose: "where the copies of an edition went, and how many came back",
  columns: {
    edition: {
      cell: textCell("write title and issue as editions.csv has them, like The Example Press 12"),
      holds: "title and issue as `editions.csv` has them, with a space between",
      also: ["title and issue", "paper", "newspaper", "publication"],
    },
    date: {
      cell: dayCell,
      holds: "the day on which they went out, or came back",
      also: ["delivered on", "date delivered", "delivery date", "date of delivery", "day", "shipped", "sent on"],
    },
    city: {
      cell: textCell("write the city or place to which they went"),
      holds: "the city or place",
      also: ["town", "place", "location", "destination"],
    },
    region: {
      cell: optional(text, null),
      holds: "the state, province or region; empty is not noted",
      also: ["state", "province", "county"],
    },
    country: {
      cell: optional(text, null),
      holds: "the country: two letters like `BR`, or its name; empty is not noted",
      also: ["country code", "nation"],
    },
    copies: {
      cell: countCell,
      holds: "copies that went there; 0 in a row that is about returns alone",
      also: ["quantity", "qty", "delivered", "copies delivered", "delivered copies", "number of copies", "amount"],
    },
    channel: {
      cell: optional(wordCell(channels), "other"),
      holds: `how they reach people: ${channels.map((channel) => `\`${channel}\``).join(", ")}; empty is \`other\``,
      also: ["via", "how", "way", "type", "kind"],
    },
    returns: {
      cell: optional(countCell, 0),
      holds: "copies that came back; empty is 0",
      also: ["returned", "returned copies", "copies returned", "remittenda", "unsold"],
    },
  },
  examples: [
    ["The Example Press 12", "2005-07-03", "São Paulo", "SP", "BR", "2500", "street", "120"],
    ["The Example Press 12", "2005-07-04", "Oslo", "", "NO", "800", "subscription", ""],
    ["The Example Press in Chinese 7", "2005-07-10", "New York", "NY", "US", "1500", "shop", "60"],
  ],
  rowOf: ({edition, date, city, region, country, copies, channel, returns}): DeliveryRow => ({
    edition,
    on: date,
    city,
    region,
    country,
    copies,
    channel,
    returnedCopies: returns,
  }),
  daysOf: ({on}) => [on, on],
  amountsOf: ({copies, returnedCopies}) => [copies, returnedCopies],
});
