import {message} from "../../base/words/message.ts";
import type {NewsletterRow} from "../../ledger/rows.ts";
import {coverageNotes, coveredMonths} from "../ledger/book-months.ts";
import type {LedgerSource} from "../ledger/ledger-survey.ts";
import {sumOf} from "../ledger/order.ts";
import {rankItems, ranksByKey} from "../ledger/ranking.ts";
import {tellable} from "../ledger/told.ts";
import type {MeasuredTable} from "../tables/table.ts";
import {bouncedPercentOf, lastNoted, newsletterMonthsOf, newslettersIn} from "./newsletters.ts";

interface List {
  readonly key: string;
  /** At the end of the period; null where it was not noted. */
  readonly subscribers: number | null;
  readonly sent: number;
  readonly bouncedPercent: number | null;
  /** Null where of no newsletter it was noted. */
  readonly left: number | null;
  /** How many persons it speaks of: those who subscribe, or the most who were sent to. */
  readonly people: number;
}

/** What became of each list? Lists of fewer than ten are left out; without any other there is no table. */
export function newsletterLists({ledger, asked}: LedgerSource): MeasuredTable[] {
  const {newsletters} = ledger;
  const {period, previous} = asked;
  const book = newsletterMonthsOf(newsletters);
  const all = listsIn(newsletters, coveredMonths(book, period.months));
  const told = tellable(all, ({people}) => people);
  if (told.length === 0) return [];
  const coveredBefore = coveredMonths(book, previous.months);
  const before = ranksByKey(
    tellable(listsIn(newsletters, coveredBefore), ({people}) => people),
    subscribersOf,
  );
  return [
    {
      id: "newsletters",
      title: message("table.newsletters"),
      rowLabel: message("head-list"),
      groupLabel: null,
      definition: message("newsletters-means"),
      form: "ranked",
      columns: [
        {id: "subscribers", label: message("column.subscribers"), unit: message("unit.subscribers"), decimals: 0},
        {id: "sent", label: message("column.mails-sent"), unit: message("unit.mails"), decimals: 0},
        {
          id: "bouncedPercent",
          label: message("column.bouncedPercent"),
          unit: message("unit.percent-of-mails-sent"),
          decimals: 1,
        },
        {id: "left", label: message("column.subscribers-left"), unit: message("unit.subscribers"), decimals: 0},
      ],
      rows: rankItems(told, subscribersOf).map(({item, rank}) => ({
        ...{key: item.key, label: item.key, group: null, rank, kind: "item" as const},
        previousRank: before.get(item.key) ?? null,
        values: [item.subscribers, item.sent, item.bouncedPercent, item.left],
      })),
      previous: coveredBefore.length > 0 ? previous.name : null,
      notes: [
        ...(told.length < all.length ? [{id: "lists-left-out", text: message("lists-left-out")}] : []),
        ...coverageNotes("newsletters-covered", book, period.months).map(({id, text}) => ({id, text})),
      ],
    },
  ];
}

function listsIn(newsletters: readonly NewsletterRow[], months: readonly string[]): List[] {
  const last = months.at(-1);
  if (last === undefined) return [];
  return [...Map.groupBy(newsletters, ({list}) => list)].flatMap(([key, rows]): List[] => {
    const own = newslettersIn(rows, months);
    const subscribers = lastNoted(rows, last);
    if (own.length === 0 && subscribers === null) return [];
    const left = own.flatMap((row) => row.left ?? []);
    return [
      {
        ...{key, subscribers},
        sent: sumOf(own.map((row) => row.sent)),
        bouncedPercent: bouncedPercentOf(own),
        left: left.length === 0 ? null : sumOf(left),
        people: subscribers ?? Math.max(0, ...own.map((row) => row.sent)),
      },
    ];
  });
}

function subscribersOf({subscribers}: List): number {
  return subscribers ?? 0;
}
