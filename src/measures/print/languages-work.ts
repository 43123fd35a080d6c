import {language, message} from "../../base/words/message.ts";
import type {TranslationRow} from "../../ledger/rows.ts";
import {bookMonthsOf, coverageNotes, coveredMonths, monthOfDay} from "../ledger/book-months.ts";
import type {LedgerSource} from "../ledger/ledger-survey.ts";
import {rankItems, ranksByKey} from "../ledger/ranking.ts";
import type {MeasuredRow, MeasuredTable} from "../tables/table.ts";

const kinds = ["edition", "article", "poster"] as const;

/** How much work was done in other languages? */
export function languagesWork({ledger, asked}: LedgerSource): MeasuredTable[] {
  const {translations} = ledger;
  const {period, previous} = asked;
  const now = languagesOf(translations, period.months);
  const before = languagesOf(translations, previous.months);
  const book = bookMonthsOf(
    message("book-translations"),
    translations.map(({on}) => on),
  );
  const hasBefore = coveredMonths(book, previous.months).length > 0;
  const ranksBefore = ranksByKey(before, piecesOf);
  const piecesBefore = new Map(before.map((language) => [language.key, piecesOf(language)]));
  // Outside of the book nothing is known: a language of the period before is not one of no work now.
  const isCovered = coveredMonths(book, period.months).length > 0;
  const gone = before.filter(({key}) => isCovered && now.every((language) => language.key !== key));
  const rows = rankItems([...now, ...gone.map(({key}) => ({key, rows: []}))], piecesOf).map(
    ({item, rank}): MeasuredRow => {
      const pieces = piecesOf(item);
      return {
        key: item.key,
        label: language(item.key),
        group: null,
        rank: pieces === 0 ? null : rank,
        previousRank: pieces === 0 ? null : (ranksBefore.get(item.key) ?? null),
        kind: "item",
        values: [
          pieces,
          ...kinds.map((kind) => item.rows.filter((row) => row.kind === kind).length),
          hasBefore ? (piecesBefore.get(item.key) ?? 0) : null,
        ],
      };
    },
  );
  return [
    {
      id: "languages-work",
      title: message("table.languages-work"),
      rowLabel: message("head-language"),
      groupLabel: null,
      definition: message("languages-work-means"),
      form: "ranked",
      columns: columns.map(([id, unit]) => {
        return {id, label: message(`column.${id}`), unit: message(`unit.${unit}`), decimals: 0};
      }),
      rows,
      previous: hasBefore ? previous.name : null,
      notes: coverageNotes("translations-covered", book, period.months).map(({id, text}) => ({id, text})),
    },
  ];
}

const columns = [
  ["pieces", "pieces"],
  ["editions", "editions"],
  ["articles", "articles"],
  ["posters", "posters"],
  ["piecesBefore", "pieces"],
] as const;

interface Language {
  readonly key: string;
  readonly rows: readonly TranslationRow[];
}

function languagesOf(translations: readonly TranslationRow[], months: readonly string[]): Language[] {
  const own = translations.filter(({on}) => months.includes(monthOfDay(on)));
  return [...Map.groupBy(own, ({language}) => language)].map(([key, rows]) => ({key, rows}));
}

function piecesOf({rows}: Language): number {
  return rows.length;
}
