import {textCell} from "../../workspace/sheet/cell.ts";
import {bookOf} from "../book.ts";
import {dayCell} from "../cells/day.ts";
import {rankCell} from "../cells/rank.ts";
import type {RankRow} from "../rows.ts";

/** Places in public lists, ours and others'. */
export const ranks = bookOf({
  name: "ranks",
  purpose: "the places of sites in public lists, ours and others'",
  columns: {
    list: {
      cell: textCell("write which list it is, with its permanent id where it has one, like tranco 4KLX"),
      holds: "the list, with its permanent id where it has one",
      also: ["ranking", "source", "list id"],
    },
    date: {cell: dayCell, holds: "the day that the list is of", also: ["day", "as of", "list date"]},
    name: {
      cell: textCell("write the name that the list has, like example.press"),
      holds: "whose place it is: a name that [`ranks`](configuration.md#ranks) has",
      also: ["site", "domain", "publisher", "who"],
    },
    rank: {
      cell: rankCell,
      holds: "a number from 1, or `not in the first 1000000`",
      also: ["place", "position", "standing"],
    },
  },
  examples: [
    ["tranco 4KLX", "2005-12-31", "example.press", "48210"],
    ["tranco 4KLX", "2005-12-31", "other.example", "not in the first 1000000"],
  ],
  rowOf: ({list, date, name, rank}): RankRow => ({list, on: date, name, ...rank}),
  daysOf: ({on}) => [on, on],
  twinHelp: "give each list its permanent id",
  nameOf: ({list, on, name}) => `the rank of ${name} in ${list} of ${on}`,
});
