import {message} from "../../base/words/message.ts";
import type {ForumMonthRow} from "../../ledger/rows.ts";
import {coverageNotes, coveredMonths} from "../ledger/book-months.ts";
import type {LedgerSource} from "../ledger/ledger-survey.ts";
import {rankItems, ranksByKey} from "../ledger/ranking.ts";
import {tellable} from "../ledger/told.ts";
import type {MeasuredTable} from "../tables/table.ts";
import {forumMonthsOf} from "./measures.ts";

interface Reason {
  readonly key: string;
  readonly posts: number;
}

/** By which rules were posts of the forum hidden? Rules by which fewer than ten were are left out; without any other there is no table. */
export function forumReasons({ledger: {forum = []}, asked}: LedgerSource): MeasuredTable[] {
  const {period, previous} = asked;
  const all = reasonsOf(forum, period.months);
  const told = tellable(all, postsOf);
  if (told.length === 0) return [];
  const before = ranksByKey(tellable(reasonsOf(forum, previous.months), postsOf), postsOf);
  const own = forumMonthsOf(forum);
  const isCut = told.length < all.length;
  return [
    {
      id: "forum-reasons",
      title: message("table.forum-reasons"),
      rowLabel: message("head-reason"),
      groupLabel: null,
      definition: message("forum-reasons-means"),
      form: "ranked",
      columns: [{id: "posts", label: message("measure.forum-hidden"), unit: message("unit.posts"), decimals: 0}],
      rows: rankItems(told, postsOf).map(({item: {key, posts}, rank}) => ({
        ...{key, label: key, group: null, rank, kind: "item" as const, values: [posts]},
        previousRank: before.get(key) ?? null,
      })),
      previous: coveredMonths(own, previous.months).length > 0 ? previous.name : null,
      notes: [
        ...(isCut ? [{id: "forum-few-left-out", text: message("forum-few-left-out")}] : []),
        ...coverageNotes("forum-covered", own, period.months).map(({id, text}) => ({id, text})),
      ],
    },
  ];
}

function reasonsOf(forum: readonly ForumMonthRow[], months: readonly string[]): Reason[] {
  const counts = new Map<string, number>();
  for (const {month, hidden} of forum) {
    if (!months.includes(month)) continue;
    for (const {rule, posts} of hidden) counts.set(rule, (counts.get(rule) ?? 0) + posts);
  }
  return [...counts].map(([key, posts]) => ({key, posts}));
}

function postsOf({posts}: Reason): number {
  return posts;
}
