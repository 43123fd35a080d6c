import {message} from "../../base/words/message.ts";
import type {MailingRow} from "../../ledger/rows.ts";
import {coverageNotes, coveredMonths} from "../ledger/book-months.ts";
import type {LedgerSource} from "../ledger/ledger-survey.ts";
import {rankItems, ranksByKey} from "../ledger/ranking.ts";
import type {MeasuredRow, MeasuredTable} from "../tables/table.ts";
import {mailingsIn, mailMonthsOf} from "./mailings.ts";

/** Why was mail refused? */
export function mailRefusals({ledger, asked}: LedgerSource): MeasuredTable[] {
  const {mailings} = ledger;
  const {period, previous} = asked;
  const reasons = reasonsOf(mailingsIn(mailings, period.months));
  const before = reasonsOf(mailingsIn(mailings, previous.months));
  const ranksBefore = ranksByKey(before.filter(isNamed), piecesOf);
  const all = reasons.reduce((sum, {pieces}) => sum + pieces, 0);
  const rowOf = ({key, reason, pieces}: Reason, rank: number | null): MeasuredRow => ({
    key,
    label: reason ?? message("no-reason-noted"),
    group: null,
    rank,
    previousRank: rank === null ? null : (ranksBefore.get(key) ?? null),
    kind: rank === null ? "unknown" : "item",
    values: [pieces, (pieces / all) * 100],
  });
  const hasBefore = coveredMonths(mailMonthsOf(mailings), previous.months).length > 0;
  return [
    {
      id: "mail-refusals",
      title: message("table.mail-refusals"),
      rowLabel: message("head-reason"),
      groupLabel: null,
      definition: message("mail-refusals-means"),
      form: "ranked",
      columns: [
        {id: "pieces", label: message("column.pieces-refused"), unit: message("unit.pieces"), decimals: 0},
        {
          id: "sharePercent",
          label: message("column.sharePercent"),
          unit: message("unit.percent-of-pieces-refused"),
          decimals: 1,
        },
      ],
      rows: [
        ...rankItems(reasons.filter(isNamed), piecesOf).map(({item, rank}) => rowOf(item, rank)),
        ...reasons.filter((reason) => !isNamed(reason)).map((reason) => rowOf(reason, null)),
      ],
      previous: hasBefore ? previous.name : null,
      notes: coverageNotes("mail-covered", mailMonthsOf(mailings), period.months).map(({id, text}) => ({id, text})),
    },
  ];
}

interface Reason {
  readonly key: string;
  readonly reason: string | null;
  readonly pieces: number;
}

function reasonsOf(mailings: readonly MailingRow[]): Reason[] {
  const refused = mailings.filter((row) => row.refused > 0);
  return [...Map.groupBy(refused, ({reason}) => reason)].map(([reason, rows]) => ({
    key: reason ?? "unknown",
    reason,
    pieces: rows.reduce((sum, row) => sum + row.refused, 0),
  }));
}

function isNamed({reason}: Reason): boolean {
  return reason !== null;
}

function piecesOf({pieces}: Reason): number {
  return pieces;
}
